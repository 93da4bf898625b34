/**
 * The pre-trade gate: the last stage that can say no.
 *
 * <pre>
 *   proposal -> RiskChecks, in order, first refusal wins -> verdict
 *                  each check = one class, reading
 *                  Proposal | TradingSwitch | ReferencePrices | WorkingOrders | OrderRate
 * </pre>
 *
 * A new check is one class that implements {@link io.v11.engine.risk.RiskCheck}, one line in
 * {@link io.v11.engine.risk.RiskChecks}, and one test. The gate is fail-closed: what is unknown, old or unusable is refused.
 */
package io.v11.engine.risk;
