/**
 * V11 against its peers in one process. Absolute figures move with the machine's neighbours from minute to minute; the
 * ratio of two things measured a tenth of a second apart hardly does.
 *
 * <pre>
 *   canary  A  canary  B  canary     canary  B  canary  A  canary     canary  A ...
 *   └────────── pair ──────────┘     └────────── pair ──────────┘
 *   a pair gives one ratio; it counts when its canaries sang as usual; the answer is the median of the ratios that count
 * </pre>
 */
package io.v11.benchmarks.ratio;
