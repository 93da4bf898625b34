package io.v11.training.execution.calibration;

import io.v11.config.VenueSettings;
import io.v11.engine.venue.queue.QueueModel;
import io.v11.engine.venue.queue.QueuePosition;

/** One queue model on trial: its counts so far. Confined to one thread. */
final class QueueTrial {
    private final VenueSettings.Queue settings;
    private final QueueModel model;
    /** By what was said, then by what happened. */
    private final long[][] counts = new long[2][2];
    private double logLikelihood;

    QueueTrial(VenueSettings.Queue.Model model, double exponent) {
        settings = new VenueSettings.Queue(model, exponent);
        this.model = QueueModel.of(settings);
    }

    void onDisplayed(QueuePosition position, long displayedE8) {
        model.onDisplayed(position, displayedE8);
    }

    /** @param said the model expects a fill  @param filled there was one */
    void judge(boolean said, boolean filled) {
        long[] of = counts[said ? 1 : 0];
        int happened = filled ? 1 : 0;
        logLikelihood += StrictMath.log((of[happened] + 0.5) / (of[0] + of[1] + 1.0));
        of[happened]++;
    }

    QueueScore score() {
        long said = counts[1][0] + counts[1][1];
        return new QueueScore(settings.model(), settings.exponent(), said + counts[0][0] + counts[0][1], said,
                counts[1][1] + counts[0][0], logLikelihood);
    }
}
