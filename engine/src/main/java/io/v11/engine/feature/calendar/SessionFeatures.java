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

/**
 * Who is at work, and how long it is until Binance's perpetuals pay funding (every 8 h from 00:00 UTC). The hours stand
 * still in UTC: daylight saving time is not followed, so that in winter New York opens an hour after the flag, and
 * holidays are not known. The same for every instrument; no state.
 */
public final class SessionFeatures implements FeatureGroup {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long FUNDING_NS = 8 * 60 * MINUTE_NS;
    private static final double HOUR_NS = 60.0 * MINUTE_NS;
    private static final int DAY = 24 * 60;
    /** The epoch was a Thursday; weeks begin on Monday. */
    private static final int EPOCH_SHIFT = 3;
    private static final int SATURDAY = 5;
    private static final List<Feature> FEATURES = List.of(
            session("session_asia", "00:00-08:00 UTC, Monday to Friday"),
            session("session_europe", "07:00-16:00 UTC, Monday to Friday"),
            session("session_us", "13:30-20:00 UTC, Monday to Friday (New York's hours in summer)"),
            session("weekend", "Saturday and Sunday, UTC"),
            new Feature("hours_to_funding", "h", "time to the next of 00:00, 08:00, 16:00 UTC", "none",
                    "Binance, funding of USD-M perpetuals", Settling.AT_ONCE));
    private static final Heading HEADING = new Heading("sessions", Category.SENTIMENT_MACRO_CALENDAR, "event time",
            FEATURES);

    private static Feature session(String name, String when) {
        return new Feature(name, "flag", "1 during " + when + ", else 0", "none").settles(Settling.AT_ONCE);
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
        long minutes = Math.floorDiv(moment.timeNs, MINUTE_NS);
        int minute = Math.floorMod(minutes, DAY);
        boolean weekend = Math.floorMod(Math.floorDiv(minutes, DAY) + EPOCH_SHIFT, 7) >= SATURDAY;
        vector.set(first, during(!weekend, minute, 0, 8 * 60));
        vector.set(first + 1, during(!weekend, minute, 7 * 60, 16 * 60));
        vector.set(first + 2, during(!weekend, minute, 13 * 60 + 30, 20 * 60));
        vector.set(first + 3, weekend ? 1.0 : 0.0);
        vector.set(first + 4, (FUNDING_NS - Math.floorMod(moment.timeNs, FUNDING_NS)) / HOUR_NS);
    }

    private static double during(boolean workday, int minute, int from, int to) {
        return workday && minute >= from && minute < to ? 1.0 : 0.0;
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
