/**
 * Makes what models say come true as often as they say: {@link io.v11.training.calibration.CalibrationChoice} picks one of the
 * {@link io.v11.training.calibration.CalibrationMethod}s on rows that the model was not fitted on, {@link
 * io.v11.training.calibration.ReliabilityCurve} shows before and after, {@link io.v11.training.calibration.SplitConformal} finds
 * the confidence that a stated share of rows reaches. Served by {@link io.v11.ml.calibration}.
 */
package io.v11.training.calibration;
