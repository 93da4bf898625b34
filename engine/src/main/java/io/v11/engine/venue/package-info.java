/**
 * The port to the exchange, and an exchange in the process that matches against recorded books.
 *
 * <pre>
 *   engine thread                         ingest thread
 *   DispatchStage --submit--> [queue] --> SimulatedVenue --reports--> player --> ring
 *                                             ^-- recorded market events
 * </pre>
 *
 * The simulated venue stands where a real one stands: outside the engine. It sees orders late, answers late, and its
 * answers are input events, so a replay needs no venue at all.
 */
package io.v11.engine.venue;
