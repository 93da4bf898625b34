/**
 * From a journal to rows that can be learnt from.
 *
 * <pre>
 *   journal -> market stage -> feature stage -> DatasetBuilder -> Dataset -> TimeSplit -> train | validation | test
 * </pre>
 *
 * The stages are the engine's own: a training row hashes to what the engine would have scored live.
 */
package io.v11.training.data;
