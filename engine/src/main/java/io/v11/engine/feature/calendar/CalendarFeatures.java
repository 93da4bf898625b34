package io.v11.engine.feature.calendar;

import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

/** Time of day and of week (UTC) as points on a circle, by the minute; the same for every instrument. */
public final class CalendarFeatures implements FeatureGroup {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;
    /** The epoch was a Thursday; weeks begin on Monday. */
    private static final int EPOCH_SHIFT = 3 * DAY;
    private static final double[] DAY_SIN = new double[DAY];
    private static final double[] DAY_COS = new double[DAY];
    private static final double[] WEEK_SIN = new double[WEEK];
    private static final double[] WEEK_COS = new double[WEEK];
    private static final List<Feature> FEATURES = List.of(
            circle("day_sin", "sin(2 pi minute of the day / 1440)"),
            circle("day_cos", "cos(2 pi minute of the day / 1440)"),
            circle("week_sin", "sin(2 pi minute of the week / 10080), from Monday"),
            circle("week_cos", "cos(2 pi minute of the week / 10080), from Monday"));
    private static final Heading HEADING = new Heading("calendar", Category.SENTIMENT_MACRO_CALENDAR, "event time",
            FEATURES);

    static {
        fill(DAY_SIN, DAY_COS);
        fill(WEEK_SIN, WEEK_COS);
    }

    private static Feature circle(String name, String formula) {
        return new Feature(name, "ratio", formula, "none").settles(Settling.AT_ONCE);
    }

    private static void fill(double[] sines, double[] cosines) {
        for (int i = 0; i < sines.length; i++) {
            double angle = 2.0 * Math.PI * i / sines.length;
            sines[i] = StrictMath.sin(angle);
            cosines[i] = StrictMath.cos(angle);
        }
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        // Nothing to remember.
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        long minute = Math.floorDiv(moment.timeNs, MINUTE_NS);
        int day = Math.floorMod(minute, DAY);
        int week = Math.floorMod(minute + EPOCH_SHIFT, WEEK);
        vector.set(first, DAY_SIN[day]);
        vector.set(first + 1, DAY_COS[day]);
        vector.set(first + 2, WEEK_SIN[week]);
        vector.set(first + 3, WEEK_COS[week]);
    }

    @Override
    public void reset() {
        // Nothing to forget.
    }

    @Override
    public long stateHash(long start) {
        return start;
    }
}
