/**
 * The port to the exchange, and an exchange in the process that matches against recorded books and bars.
 *
 * <pre>
 *   engine thread                         ingest thread
 *   DispatchStage --submit--> [queue] --> SimulatedVenue --reports--> player --> ring
 *                                             ^-- recorded market events; bars before their time
 *
 *   latency   how long an order and a report are under way     margin  account, margin, funding, liquidation price
 *   depth     the recorded book less what we took of it        bar     what may have happened inside a bar
 *   queue     who went first at a price
 * </pre>
 *
 * The simulated venue stands where a real one stands: outside the engine. It sees orders late, answers late, and its
 * answers are input events, so a replay needs no venue at all. Where the recording does not tell, it errs to our cost.
 */
package io.v11.engine.venue;
