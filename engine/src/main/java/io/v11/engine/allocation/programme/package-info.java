/**
 * The two programmes behind the weights, quadratic and linear, over one set of limits; ojAlgo solves them, and only this package knows it.
 *
 * <pre>
 *   WeightLimits ─► LimitRows ─┬─► QuadraticProgramme ─► OptimalityGap says whether to believe it
 *                              └─► ShortfallProgramme
 * </pre>
 *
 * <b>Deterministic</b>: {@link io.v11.engine.allocation.programme.OneThread} tells ojAlgo that the machine has one thread and a stated memory, whatever it
 * has; there is no limit by time, only by iterations; ojAlgo's solvers draw no random numbers (nothing in its optimisation package refers to any).
 * Slow on purpose: milliseconds, and they allocate. For rebalances, not for events.
 */
package io.v11.engine.allocation.programme;
