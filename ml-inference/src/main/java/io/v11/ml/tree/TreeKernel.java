package io.v11.ml.tree;

/**
 * Walks all trees of an ensemble for one row. The margin has the bits that XGBoost 3.0.4 computes: base margin, then
 * one float addition per tree in the order of the file. Kernels keep scratch space, so each is confined to one thread;
 * they allocate nothing per call.
 */
public sealed interface TreeKernel permits PaddedTreeKernel, SiblingTreeKernel {
    /** Padding doubles a tree per level; beyond this depth it costs more than it saves. */
    int PADDED_DEPTH_MAX = 8;

    /** The fastest kernel for the shape of the ensemble. */
    static TreeKernel of(TreeEnsemble ensemble) {
        return ensemble.depth() <= PADDED_DEPTH_MAX ? new PaddedTreeKernel(ensemble) : new SiblingTreeKernel(ensemble);
    }

    /** Width of a row. */
    int features();

    int trees();

    /** Log-odds for the row; NaN is a missing value. Only the first {@link #features()} values are read. */
    float margin(float[] row);
}
