package io.v11.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.v11.ml.FeatureSchema;
import io.v11.training.data.Dataset;
import io.v11.training.data.mirror.MirrorImage;

/**
 * How far the images of features lie from what they are in mirrored markets, by instrument. An image may miss by a
 * hundredth of the feature's standard deviation, and by a thousandth of the value for what the plinth leaves of the
 * curvature of basis points; it may miss more, or be there when the feature is not, on one decision in a thousand.
 */
final class ImageErrors {
    private static final double OF_DEVIATION = 1e-2;
    private static final double OF_VALUE = 1e-3;
    private static final double MISSES = 1e-3;
    /** Fewer different decisions prove nothing. */
    private static final int ENOUGH = 200;

    private final FeatureSchema schema;
    private final MirrorImage image;
    private final boolean[] seen;
    private final boolean[] wrong;
    private final List<String> lines = new ArrayList<>();

    ImageErrors(FeatureSchema schema, MirrorImage image) {
        this.schema = schema;
        this.image = image;
        seen = new boolean[schema.size()];
        wrong = new boolean[schema.size()];
    }

    /** Features whose image is wrong in some market, with the worst of it. */
    List<String> wrong() {
        return lines;
    }

    boolean isWrong(int feature) {
        return wrong[feature];
    }

    /** Features with an image that had enough different values in some market to be judged. */
    boolean isJudged(int feature) {
        return seen[feature];
    }

    /** Compares all decisions of one instrument. */
    void add(MirroredReplay.Both both, int instrument) {
        Dataset data = both.market().mirrored(image);
        Tally[] tallies = new Tally[schema.size()];
        for (int feature = 0; feature < tallies.length; feature++) {
            tallies[feature] = image.has(feature) ? new Tally() : null;
        }
        int half = both.market().rows();
        for (int row = 0; row < half; row++) {
            for (int feature = 0; data.instrument(row) == instrument && feature < tallies.length; feature++) {
                if (tallies[feature] != null) {
                    tallies[feature].measure(data.value(half + row, feature));
                }
            }
        }
        for (int row = 0; row < half; row++) {
            for (int feature = 0; data.instrument(row) == instrument && feature < tallies.length; feature++) {
                if (tallies[feature] != null) {
                    tallies[feature].compare(data.value(half + row, feature), both.mirrored().value(row, feature));
                }
            }
        }
        for (int feature = 0; feature < tallies.length; feature++) {
            if (tallies[feature] != null) {
                judge(feature, instrument, tallies[feature]);
            }
        }
    }

    private void judge(int feature, int instrument, Tally tally) {
        seen[feature] |= tally.count >= ENOUGH && tally.deviation() > 1e-9 * Math.abs(tally.mean);
        if (tally.misses > MISSES * tally.rows) {
            wrong[feature] = true;
            lines.add(String.format(Locale.ROOT, "%s of instrument %d: %d of %d rows, the worst by %.3g deviations",
                    schema.names().get(feature), instrument, tally.misses, tally.rows,
                    tally.worst / tally.deviation()));
        }
    }

    /** One feature of one instrument: moments of its image, then what the image misses. */
    private static final class Tally {
        private int rows;
        private int count;
        private double mean;
        private double squares;
        private int misses;
        private double worst;

        private void measure(double value) {
            rows++;
            if (!Double.isNaN(value)) {
                count++;
                double off = value - mean;
                mean += off / count;
                squares += off * (value - mean);
            }
        }

        private double deviation() {
            return Math.sqrt(squares / Math.max(1, count));
        }

        private void compare(double expected, double actual) {
            if (Double.isNaN(expected) && Double.isNaN(actual)) {
                return;
            }
            double error = Math.abs(expected - actual);
            worst = Math.max(worst, error);
            // Not valid on one side only: the error is NaN.
            if (!(error <= OF_DEVIATION * deviation() + OF_VALUE * Math.abs(expected))) {
                misses++;
            }
        }
    }
}
