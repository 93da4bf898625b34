package io.v11.training.stack;

import io.v11.ml.Model;
import io.v11.ml.calibration.CalibratedModel;
import io.v11.training.calibration.CalibrationChoice;
import io.v11.training.metrics.Scores;
import io.v11.training.publish.Serving;
import io.v11.training.trainer.TrainedModel;

/**
 * A fitted model as it joins the ensemble.
 *
 * @param trained     fitted on the train rows, stopped by the validation rows
 * @param calibration chosen on forecasts out of fold
 * @param outOfFold   those forecasts, calibrated
 */
public record Member(TrainedModel trained, CalibrationChoice calibration, Scores outOfFold) {

    /** The model as it will be served. The caller closes it. */
    public Model open() {
        return new CalibratedModel(Serving.open(trained), calibration.fitted());
    }
}
