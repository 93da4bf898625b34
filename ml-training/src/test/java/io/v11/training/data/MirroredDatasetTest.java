package io.v11.training.data;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.ml.FeatureVector;
import io.v11.training.data.TimeSplit.Part;
import io.v11.training.data.TimeSplit.Span;
import io.v11.training.data.mirror.Mirror;
import io.v11.training.data.mirror.Mirror.Swap;
import io.v11.training.data.mirror.MirrorImage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MirroredDatasetTest {
    private static final int FEATURES = 5;
    /** f0 odd, f1 even, f2 and f3 a pair, f4 without image. */
    private static final MirrorImage IMAGE = new Mirror(List.of("f0"), List.of("f1"), List.of(new Swap("f2", "f3")))
            .image(Slots.schema(FEATURES));
    private static final double[][] VALUES = {{1.5, 2.0, 3.0, 4.0, 5.0}, {-0.5, 0.25, Double.NaN, 7.0, 8.0},
        {Double.NaN, 1.0, -1.0, -2.0, -3.0}, {9.0, 8.0, 7.0, 6.0, 5.0}};

    private final Dataset data = twoSources();
    private final Dataset both = data.mirrored(IMAGE);

    @Test
    void shouldShowImagesBehindTheRows() {
        assertEquals(8, both.rows());
        assertArrayEquals(new double[]{1.5, 2.0, 3.0, 4.0, 5.0}, row(both, 0, FEATURES));
        assertArrayEquals(new double[]{-1.5, 2.0, 4.0, 3.0}, row(both, 4, 4));
        assertArrayEquals(new double[]{0.5, 0.25, 7.0, Double.NaN}, row(both, 5, 4));
        assertArrayEquals(new double[]{Double.NaN, 1.0, -2.0, -1.0}, row(both, 6, 4));
    }

    @Test
    void shouldRefuseTheImageOfAFeatureThatHasNone() {
        assertEquals(5.0, both.value(0, 4));

        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> both.value(4, 4));

        assertTrue(refusal.getMessage().contains("'f4'"), refusal.getMessage());
    }

    @Test
    void shouldTurnTheLabelsAndKeepTheRest() {
        for (int row = 0; row < data.rows(); row++) {
            int image = row + data.rows();
            assertEquals(data.labelled(row), both.labelled(row));
            assertEquals(data.labelled(row), both.labelled(image));
            assertEquals(data.eventTimeNs(row), both.eventTimeNs(image));
            assertEquals(data.sequence(row), both.sequence(image));
            assertEquals(data.instrument(row), both.instrument(image));
            assertEquals(data.episode(row), both.episode(image));
            assertEquals(data.hash(row), both.hash(image));
            if (data.labelled(row)) {
                assertEquals(data.up(row), both.up(row));
                assertNotEquals(data.up(row), both.up(image), "row " + row);
                assertEquals(data.labelEndNs(row), both.labelEndNs(image));
                assertEquals(data.moveBps(row), both.moveBps(image));
            }
        }

        assertTrue(data.up(0), "the first move is up");
        assertFalse(both.up(4));
        assertFalse(data.up(2), "the last is down");
        assertTrue(both.up(6));
        assertFalse(both.labelled(7));
    }

    @Test
    void shouldKeepSourcesAndMovesOfImagesApart() {
        assertEquals(List.of(0, 0, 1, 1), List.of(both.source(0), both.source(1), both.source(2), both.source(3)));
        assertEquals(List.of(2, 2, 3, 3), List.of(both.source(4), both.source(5), both.source(6), both.source(7)));
        assertEquals(both.move(0), both.move(1));
        assertEquals(both.move(4), both.move(5), "images of one move are no more independent than the rows");
        int highest = Math.max(both.move(0), both.move(2));
        assertTrue(both.move(4) > highest && both.move(6) > highest, "move " + both.move(4) + ", " + both.move(6));
        assertNotEquals(both.move(4), both.move(6));
    }

    @Test
    void shouldPutAnImageIntoAVectorWithoutWhatHasNone() {
        FeatureVector vector = new FeatureVector(FEATURES);

        both.copyTo(5, vector);

        assertTrue(vector.ready());
        assertEquals(0.5, vector.value(0));
        assertEquals(7.0, vector.value(2));
        assertFalse(vector.isValid(3), "its partner was not valid");
        assertFalse(vector.isValid(4));
        assertEquals(20L, vector.timeNs());
    }

    @Test
    void shouldMirrorNormalisedValuesLikewise() {
        Slots slots = new Slots(FEATURES);
        slots.normalise();
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(FEATURES));
        builder.beginSource();
        builder.onEvent(slots.book(0, 10, 100, 102, VALUES[0]));
        Dataset mirrored = builder.build().mirrored(IMAGE);
        FeatureVector vector = new FeatureVector(FEATURES);

        mirrored.copyTo(1, vector);

        assertTrue(mirrored.hasNormalised());
        assertEquals(-0.75f, vector.normalised(0));
        assertEquals(1.0f, vector.normalised(1));
        assertEquals(2.0f, vector.normalised(2));
        assertEquals(1.5f, vector.normalised(3));
    }

    @Test
    void shouldGiveTheRowBackAsTheImageOfItsImage() {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(FEATURES));
        builder.beginSource();
        Slots slots = new Slots(FEATURES);
        for (int row = 0; row < data.rows(); row++) {
            double[] image = row(both, data.rows() + row, 4);
            builder.onEvent(slots.book(0, row, 100, 102, image[0], image[1], image[2], image[3], 0.0));
        }

        Dataset twice = builder.build().mirrored(IMAGE);

        for (int row = 0; row < data.rows(); row++) {
            assertArrayEquals(row(data, row, 4), row(twice, data.rows() + row, 4), "row " + row);
        }
    }

    @Test
    void shouldTrainAndChooseBothWaysAndTestOneWay() {
        TimeSplit split = TimeSplit.of(data, List.of(new Span(Part.TRAIN, 0, 0, 35), new Span(Part.TEST, 0, 40, 90)), 0,
                0);

        TimeSplit mirrored = split.mirrored(data);

        assertArrayEquals(new int[]{0, 1}, split.train());
        assertArrayEquals(new int[]{0, 1, 4, 5}, mirrored.train());
        assertArrayEquals(new int[0], mirrored.validation());
        assertArrayEquals(new int[]{2}, mirrored.test());
        assertEquals(split.purged(), mirrored.purged());
        assertEquals(split.embargoed(), mirrored.embargoed());
    }

    @Test
    void shouldKeepRowNumbersAscendingWhenPartsInterleave() {
        TimeSplit mirrored = TimeSplit.of(new int[]{1}, new int[]{0, 3}, new int[]{2}).mirrored(data);

        assertArrayEquals(new int[]{1, 5}, mirrored.train());
        assertArrayEquals(new int[]{0, 3, 4, 7}, mirrored.validation());
        assertArrayEquals(new int[]{2}, mirrored.test());
    }

    /** Rows at 10 and 20 of a move up at 30, a row at 50 of a move down at 60, a row at 70 that nothing follows. */
    private static Dataset twoSources() {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(FEATURES));
        Slots slots = new Slots(FEATURES);
        builder.beginSource();
        builder.onEvent(slots.book(0, 10, 100, 102, VALUES[0]));
        builder.onEvent(slots.book(0, 20, 100, 102, VALUES[1]));
        builder.onEvent(slots.book(0, 30, 101, 103, (double[]) null));
        builder.beginSource();
        builder.onEvent(slots.book(0, 50, 100, 102, VALUES[2]));
        builder.onEvent(slots.book(0, 60, 98, 100, (double[]) null));
        builder.onEvent(slots.book(0, 70, 98, 100, VALUES[3]));
        return builder.build();
    }

    private static double[] row(Dataset data, int row, int features) {
        double[] values = new double[features];
        for (int i = 0; i < features; i++) {
            values[i] = data.value(row, i);
        }
        return values;
    }
}
