/**
 * The ingest edge for recorded data: reads events, paces them, lets the simulated venue see them first, and publishes
 * them and the venue's reports in time order. The only place in the engine that reads a clock.
 */
package io.v11.engine.play;
