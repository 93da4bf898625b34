package io.v11.training.data.label;

import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.HorizonLabels.Price;
import io.v11.training.data.Slots;
import io.v11.training.data.label.TripleBarrierLabels.AtHorizon;
import io.v11.training.data.label.TripleBarrierLabels.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TripleBarrierLabelsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final double[] NO_DECISION = null;

    private final Slots slots = new Slots(1);

    /** One percent a second for 30 seconds; over 4 seconds that is a volatility of 2 %, so barriers lie at +-2 %. */
    @Test
    void shouldTakeTheBarrierThatIsTouchedFirst() {
        Dataset data = afterOnePercentASecond(AtHorizon.SIGN, 1.019, 0.981, 1.021, 0.97);

        assertTrue(data.up(0));
        assertEquals(33 * SECOND, data.labelEndNs(0));
        assertEquals(210.0, data.moveBps(0), 0.01);
    }

    @Test
    void shouldTakeTheLowerBarrierToo() {
        Dataset data = afterOnePercentASecond(AtHorizon.SIGN, 1.019, 0.979, 1.2);

        assertFalse(data.up(0));
        assertEquals(32 * SECOND, data.labelEndNs(0));
    }

    @Test
    void shouldTakeTheSignOrNothingWhenTheHorizonEndsFirst() {
        Dataset sign = afterOnePercentASecond(AtHorizon.SIGN, 1.019, 0.981, 1.0, 0.99, 1.2);
        Dataset none = afterOnePercentASecond(AtHorizon.NONE, 1.019, 0.981, 1.0, 0.99, 1.2);

        assertFalse(sign.up(0));
        assertEquals(34 * SECOND, sign.labelEndNs(0));
        assertEquals(100.0, sign.moveBps(0), 0.01);
        assertFalse(none.labelled(0));
    }

    @Test
    void shouldNotLookAtThePriceBehindTheHorizonWhenNoneCameAtItsEnd() {
        TripleBarrierLabels labels = labels(AtHorizon.SIGN, 1.0);
        DatasetBuilder builder = onePercentASecond(labels);
        long price = priceAt(30);
        builder.onEvent(slots.book(0, 30 * SECOND, price - 1, price + 1, 1.0));
        builder.onEvent(slots.book(0, 32 * SECOND, price + 9, price + 11, NO_DECISION));
        builder.onEvent(slots.book(0, 35 * SECOND, price / 2, price / 2 + 2, NO_DECISION));

        Dataset data = builder.build();

        assertTrue(data.up(0), "the mid of second 32 stood when the horizon ended");
        assertEquals(35 * SECOND, data.labelEndNs(0));
        assertEquals(1, labels.untouched());
    }

    @Test
    void shouldGiveNoLabelBeforeTheVolatilityIsKnown() {
        TripleBarrierLabels labels = labels(AtHorizon.SIGN, 1.0);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        builder.beginSource();
        for (int second = 0; second < 60; second++) {
            long price = second < 40 ? 1_000_000 : priceAt(second);
            builder.onEvent(slots.book(0, second * SECOND, price - 1, price + 1, 1.0));
        }

        Dataset data = builder.build();

        assertEquals(40, labels.withoutVolatility(), "20 steps too few, then 20 without any move");
        assertFalse(data.labelled(39));
        assertTrue(data.labelled(40));
        assertTrue(labels.remark().contains("40 have no label because the volatility was not known yet"),
                labels.remark());
    }

    @Test
    void shouldForgetVolatilityWhenAnotherJournalBegins() {
        TripleBarrierLabels labels = labels(AtHorizon.SIGN, 1.0);
        DatasetBuilder builder = onePercentASecond(labels);
        builder.beginSource();
        builder.onEvent(slots.book(0, 31 * SECOND, 100, 102, 1.0));

        builder.build();

        assertEquals(1, labels.withoutVolatility());
    }

    /** Bars a minute apart, all of them rows, against a walk along the path for each. */
    @Test
    void shouldAgreeWithAWalkAlongThePath() {
        for (AtHorizon atHorizon : AtHorizon.values()) {
            long[] closes = walk(8, 2000);
            TripleBarrierLabels labels = new TripleBarrierLabels(Price.CLOSE,
                    new Settings(30 * MINUTE, 1.5, atHorizon, MINUTE, 50));
            DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
            builder.beginSource();
            for (int i = 0; i < closes.length; i++) {
                builder.onEvent(slots.minute(0, (i + 1) * MINUTE, closes[i], 1.0));
            }

            Dataset data = builder.build();

            int touched = 0;
            for (int row = 0; row < closes.length; row++) {
                int end = walkFrom(closes, row, 30, 1.5 * volatility(closes, row, 50) * Math.sqrt(30.0), atHorizon);
                assertEquals(end >= 0, data.labelled(row), "row " + row);
                if (end >= 0) {
                    assertEquals((end + 1) * MINUTE, data.labelEndNs(row), "row " + row);
                    assertEquals(closes[end] > closes[row], data.up(row), "row " + row);
                    touched += end < row + 30 ? 1 : 0;
                }
            }
            assertTrue(touched > 100 && labels.untouched() > 100,
                    touched + " touched, " + labels.untouched() + " untouched");
        }
    }

    @Test
    void shouldStartANewMoveWhenTheFirstOfTheLastIsDecided() {
        DatasetBuilder builder = onePercentASecond(labels(AtHorizon.SIGN, 1.0));
        long price = priceAt(30);
        double[] path = {1.0, 1.001, 1.03, 1.031, 1.1};
        for (int i = 0; i < path.length; i++) {
            long mid = (long) (price * path[i]);
            builder.onEvent(slots.book(0, (30 + i) * SECOND, mid - 1, mid + 1, 1.0));
        }

        Dataset data = builder.build();

        assertEquals(data.move(0), data.move(1), "the second began while the first waited");
        assertNotEquals(data.move(1), data.move(2), "the event that decided the first begins another");
        assertEquals(data.move(2), data.move(3));
    }

    @Test
    void shouldRefuseWhatMeansNothing() {
        assertThrows(ConfigurationException.class, () -> new Settings(1, 0.0, AtHorizon.SIGN, 1, 100));
        assertThrows(ConfigurationException.class, () -> new Settings(1, 1.0, AtHorizon.SIGN, 1, 1));
        assertThrows(ConfigurationException.class,
                () -> new TripleBarrierLabels(Price.CLOSE, new Settings(90 * SECOND, 1.0, AtHorizon.SIGN, MINUTE, 9)));
        assertThrows(ConfigurationException.class,
                () -> new TripleBarrierLabels(Price.CLOSE, new Settings(MINUTE, 1.0, AtHorizon.SIGN, SECOND, 9)));
        assertThrows(ConfigurationException.class,
                () -> new TripleBarrierLabels(Price.MID, new Settings(0, 1.0, AtHorizon.SIGN, SECOND, 9)));
    }

    private static TripleBarrierLabels labels(AtHorizon atHorizon, double multiple) {
        return new TripleBarrierLabels(Price.MID, new Settings(4 * SECOND, multiple, atHorizon, SECOND, 100));
    }

    private DatasetBuilder onePercentASecond(TripleBarrierLabels labels) {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        builder.beginSource();
        for (int second = 0; second < 30; second++) {
            builder.onEvent(
                    slots.book(0, second * SECOND, priceAt(second) - 1, priceAt(second) + 1, NO_DECISION));
        }
        return builder;
    }

    private static long priceAt(int second) {
        return (long) (1e12 * Math.pow(1.01, second));
    }

    /** A row at second 30, then a price a second as multiples of its own. */
    private Dataset afterOnePercentASecond(AtHorizon atHorizon, double... path) {
        DatasetBuilder builder = onePercentASecond(labels(atHorizon, 1.0));
        long price = priceAt(30);
        builder.onEvent(slots.book(0, 30 * SECOND, price - 1, price + 1, 1.0));
        for (int i = 0; i < path.length; i++) {
            long mid = (long) (price * path[i]);
            builder.onEvent(slots.book(0, (31 + i) * SECOND, mid - 1, mid + 1, NO_DECISION));
        }
        return builder.build();
    }

    private static long[] walk(long seed, int count) {
        Random random = new Random(seed);
        long[] closes = new long[count];
        long close = 10_000_000;
        for (int i = 0; i < count; i++) {
            close += random.nextInt(2001) - 1000;
            closes[i] = close;
        }
        return closes;
    }

    /** Weighted mean of squared returns up to the row, from the definition. */
    private static double volatility(long[] closes, int row, int samples) {
        double decay = 1.0 - 2.0 / (samples + 1.0);
        double squares = 0.0;
        double weights = 0.0;
        for (int i = 1; i <= row; i++) {
            double weight = Math.pow(decay, row - i);
            double change = closes[i] / (double) closes[i - 1] - 1.0;
            squares += weight * change * change;
            weights += weight;
        }
        return row < 20 ? Double.NaN : Math.sqrt(squares / weights);
    }

    /** Index of the deciding close, -1 for no label. */
    private static int walkFrom(long[] closes, int row, int horizon, double distance, AtHorizon atHorizon) {
        if (Double.isNaN(distance)) {
            return -1;
        }
        for (int i = row + 1; i <= row + horizon && i < closes.length; i++) {
            if (Math.abs(closes[i] / (double) closes[row] - 1.0) >= distance) {
                return i;
            }
        }
        boolean sign = atHorizon == AtHorizon.SIGN && row + horizon < closes.length
                && closes[row + horizon] != closes[row];
        return sign ? row + horizon : -1;
    }
}
