/**
 * What the instruments of one feature stage have in common: the other instruments' markets and the values from outside
 * the venue. One {@link io.v11.engine.feature.shared.Surroundings} belongs to the stage; it hears of every event before
 * the features of the event's own instrument do, and only listens: what it knows does not depend on which events are
 * decisions.
 *
 * <pre>
 *   market event of instrument i ──► CrossMarket ──► MarketMemory i (price, trails, minute closes, mark price)
 *                                              └──► MinutePair i (beta, correlation), MarketAggregate (breadth ...)
 *   externalValue event ───────────► ExternalValues
 * </pre>
 */
package io.v11.engine.feature.shared;
