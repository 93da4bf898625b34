package io.v11.training.selection.information;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;
import io.v11.training.selection.PlantedMarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PairInformationTest {
    @Test
    void shouldAgreeWithANaiveCount() {
        Dataset data = PlantedMarket.of(9, 3000, 9, 1.5, 1);
        BinnedRows rows = BinnedRows.of(data, PlantedMarket.labelled(data), 5);

        PairInformation pairs = new PairInformation(rows);

        for (int f = 0; f < 9; f++) {
            for (int s = 0; s < 9; s++) {
                int[] a = codes(rows.codes(f));
                int[] b = codes(rows.codes(s));
                int[] y = codes(rows.labels());
                double shared = entropy(a) + entropy(b) - entropy(joined(a, b));
                double together = entropy(joined(a, b)) + entropy(y) - entropy(joined(joined(a, b), y));
                assertEquals(shared, pairs.shared(s)[f], 1e-10);
                assertEquals(together, pairs.together(s)[f], 1e-10);
            }
        }
    }

    @Test
    void shouldFindWhatTwoFeaturesTellOnlyTogether() {
        Dataset data = exclusiveOr();
        BinnedRows rows = BinnedRows.of(data, PlantedMarket.labelled(data), 2);
        double[] alone = Relevance.of(rows);

        double together = new PairInformation(rows).together(0)[1];

        assertEquals(0.0, alone[0], 0.002);
        assertEquals(0.0, alone[1], 0.002);
        assertEquals(Math.log(2), together, 0.002);
    }

    @Test
    void shouldTakeTheDoubleLastByRedundancyAndThePartnerFirstByJointInformation() {
        PairInformation pairs = new PairInformation(planted());
        int[] all = {0, 1, 2, 3};

        GreedySelection order = GreedySelection.run(Criterion.MRMR, real(), pairs, all, 4);

        assertEquals(PlantedMarket.RELEVANT, order.features()[0]);
        assertEquals(PlantedMarket.WEAKER, order.features()[1], "the double repeats what is taken");
        assertEquals(PlantedMarket.DOUBLE, order.features()[3], "worse than noise: it shares more than it tells");
        assertEquals(PlantedMarket.WEAKER, GreedySelection.run(Criterion.JMI, real(), pairs, all, 2).features()[1]);
    }

    @Test
    void shouldTakeNoMoreThanThereAre() {
        GreedySelection none = GreedySelection.run(Criterion.JMI, new double[4], new PairInformation(planted()),
                new int[0], 20);

        assertEquals(0, none.features().length);
        assertEquals(2, GreedySelection.run(Criterion.JMI, real(), new PairInformation(planted()), new int[]{2, 3}, 20)
                .features().length);
    }

    private static BinnedRows planted() {
        Dataset data = PlantedMarket.of(4, 6000, 8, 1.5, 1);
        return BinnedRows.of(data, PlantedMarket.labelled(data), 8);
    }

    private static double[] real() {
        return Relevance.of(planted());
    }

    /** Up when exactly one of the two features is positive. */
    private static Dataset exclusiveOr() {
        Random random = new Random(2);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(2));
        builder.beginSource();
        Slots slots = new Slots(2);
        long bid = 1_000_000;
        for (int i = 0; i < 8001; i++) {
            double a = random.nextBoolean() ? 1.0 : -1.0;
            double b = random.nextBoolean() ? 1.0 : -1.0;
            builder.onEvent(slots.book(0, i, bid, bid + 2, a, b));
            bid += (a > 0.0) != (b > 0.0) ? 10 : -10;
        }
        return builder.build();
    }

    private static int[] codes(byte[] bytes) {
        int[] codes = new int[bytes.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = bytes[i];
        }
        return codes;
    }

    private static int[] joined(int[] a, int[] b) {
        int[] both = new int[a.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = a[i] * 50 + b[i];
        }
        return both;
    }

    private static double entropy(int[] codes) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int code : codes) {
            counts.merge(code, 1, Integer::sum);
        }
        double sum = 0.0;
        for (int count : counts.values()) {
            double p = count / (double) codes.length;
            sum -= p * Math.log(p);
        }
        return sum + (counts.size() - 1) / (2.0 * codes.length);
    }
}
