/**
 * What protects a position when the strategy does not: a stop order that rests at the venue, and closing orders of the risk stage.
 *
 * <pre>
 *   bars ------> StopDistance --+
 *   holdings --> StopLevel -----+--> Protector --> wanted order <-compare-> ProtectiveOrder <-- reports of the venue
 *   breakers, drawdown budget --+         |
 *                                         +--> Protection of the slot: NEW, REPLACE or CANCEL, at most one an event
 * </pre>
 *
 * What is wanted is derived anew on every event from what is held; nothing is remembered but what the venue was asked and said. So a
 * request that could not be sent, or was refused, is simply made again.
 */
package io.v11.engine.risk.stop;
