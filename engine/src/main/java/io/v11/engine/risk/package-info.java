/**
 * The pre-trade gate: the last stage that can say no.
 *
 * <pre>
 *   event --> ledger    prices, working orders, holdings
 *         --> breaker   losses and persons: ACTIVE, REDUCING, PAUSED, HALTED
 *   proposal --> check  rules in order, first refusal wins --> verdict
 *         --> gauge     tail of the losses, by way of risk.tail: value at risk, expected shortfall, stress --> report
 *         --> stop      protective stops and closing orders --> protection
 * </pre>
 *
 * The gate is fail-closed: what is unknown, old or unusable is refused. Packages lean on one another downwards only:
 * stop and check on breaker, gauge and ledger, breaker and gauge on ledger.
 */
package io.v11.engine.risk;
