/**
 * Models of execution fitted on a desk's own orders, judged on the last third of them by time.
 *
 * <pre>
 *   OrderReading... -> TimeSplit -+-> RestingOutcomes -> FillModel     -> FillCalibration      Brier against base rates
 *                                 +-> TakenOrder      -> SlippageModel -> SlippageCalibration  R2, mean absolute error
 *                    QueueWatch -> QueueTrial   -> QueueScore    -> QueueCalibration     likelihood of the venue's queue models
 *                                                          CalibrationReport
 * </pre>
 *
 * What is learnt from a simulated run is the simulated venue, not the market.
 */
package io.v11.training.execution.calibration;
