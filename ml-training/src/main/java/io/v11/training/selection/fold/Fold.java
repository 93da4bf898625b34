package io.v11.training.selection.fold;

/**
 * One step of a walk forward in time. Row numbers of the dataset, in order of time; arrays are the reader's to read, not to
 * write.
 *
 * @param recent the stretch before the boundary: a selection is made on it, and no other fold has any of its rows
 * @param past   all rows before the boundary: models are fitted on it
 * @param next   the stretch behind the boundary: models are judged on it
 */
public record Fold(int[] recent, int[] past, int[] next) {
}
