/**
 * Benchmarks with a verdict. Nothing here is on the engine's class path, and nothing here is run by the build but one
 * smoke test, which asks whether the answers are right, not how fast they came.
 *
 * <pre>
 *   v11 bench          latency   one open-loop play of the recording: latency per stage and tick-to-order
 *   v11 bench plans    latency   thread plans against one another
 *   v11 bench ratios   ratio     V11 against its peers, side by side in one process
 *   v11 bench micro    micro     JMH
 * </pre>
 */
package io.v11.benchmarks;
