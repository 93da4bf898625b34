/**
 * The rules that a proposal must pass, in the order of {@link io.v11.engine.risk.check.RiskChecks}.
 *
 * <pre>
 *   Proposal -> Rule, Rule, ... -> reason          a rule = a reason, when it applies, and a condition of one of
 *               OrderForm | PriceSanity | SizeLimits | ExposureLimits | Funds | Pace | RecentOrders | TailLimits
 * </pre>
 *
 * A new check is one condition, one row in the table, one reason in events.xml and one test.
 */
package io.v11.engine.risk.check;
