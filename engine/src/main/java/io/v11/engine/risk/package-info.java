/**
 * The pre-trade gate: the last stage that can say no.
 *
 * <pre>
 *   event --> ledger    prices, working orders, holdings
 *         --> breaker   losses and persons: ACTIVE, REDUCING, PAUSED, HALTED
 *   proposal --> check  rules in order, first refusal wins --> verdict
 *         --> stop      protective stops and closing orders --> protection
 * </pre>
 *
 * The gate is fail-closed: what is unknown, old or unusable is refused. Packages lean on one another downwards only:
 * stop and check on breaker and ledger, breaker on ledger.
 */
package io.v11.engine.risk;
