/**
 * Kinds of label beyond the next move and the fixed horizon, and how a text names them all.
 *
 * <pre>
 *   "triple-barrier:60s,2" -> LabelRule -> Labels -> DatasetBuilder
 * </pre>
 *
 * A label's end is the event that decides it, and nothing behind it has a say: cut the events there and the label is the same, cut
 * one event earlier and it is not known.
 */
package io.v11.training.data.label;
