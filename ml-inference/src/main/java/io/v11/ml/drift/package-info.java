/**
 * Is the market still the one that the models were trained on? Per feature and instrument, live, without garbage.
 *
 * <pre>
 *   training rows ─► SampleGate ─► DistributionBuilder ─► DriftReference ─► distribution.csv (beside the model)
 *                                                               │
 *   live decisions ─► SampleGate ─► InstrumentDrift ◄── DriftLimits (what may vary, from the training rows)
 *                                        └─► DriftDetector ─► DriftSummary
 * </pre>
 *
 * <p>A window is N samples of one instrument, samples are at least a second of event time apart. At its end each feature
 * is compared with the training rows: its values by PSI and Kolmogorov-Smirnov on at most ten bins (a feature that nearly
 * always had one value: by the share of other values), and the share of samples on which it was not valid.
 *
 * <p>Neighbouring samples are not independent: a five-minute average hardly moves in a second, and with tables for
 * independent samples nearly every window of nearly every feature would "drift". So the reference carries how much the
 * windows of the training range themselves varied, and the limits follow from that ({@link io.v11.ml.drift.DriftLimits}).
 */
package io.v11.ml.drift;
