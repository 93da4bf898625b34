/**
 * Where to try next. Points are asked for in batches of fixed size and told of only when the whole batch is done, and
 * every draw comes from the seed and the number of the trial: what is tried does not depend on how many workers there
 * are, and a search is taken up again by asking and telling anew what the ledger holds.
 *
 * <pre>
 *   ask(first, count) -> points -> objective (any number of threads) -> tell(batch, in order of number) -> ask ...
 * </pre>
 */
package io.v11.training.optimisation.sampler;
