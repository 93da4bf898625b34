/**
 * How long an order takes to the simulated venue and a report back: constant, drawn from own measurements, or growing with
 * the load of market events. A latency is a function of what is sent and of recorded time alone, never of a stream of
 * random numbers that threads could share, so every mode of running gives the same.
 */
package io.v11.engine.venue.latency;
