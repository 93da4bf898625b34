/**
 * Which features are worth having: what each tells of the label, what it repeats of others, what trees make of it on rows they
 * have not seen, and whether the choice is the same at another time.
 *
 * <pre>
 *   Dataset, rows -> SelectionStudy -> SelectionResult -> report (HTML, JSON, selection file)
 *                       |  information: relevance, null band, JMI, mRMR
 *                       |  cluster:     redundancy by rank correlation
 *                       |  fold:        walk forward, stability of the choice
 *                       +- importance:  gain, SHAP, permutation on held-out rows
 * </pre>
 *
 * Only development rows come in here; test ranges stay shut. Everything is a function of the rows, the settings and their seed.
 */
package io.v11.training.selection;
