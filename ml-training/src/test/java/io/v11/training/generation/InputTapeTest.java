package io.v11.training.generation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.generated.Expression;
import io.v11.engine.feature.generated.ExpressionList;
import io.v11.engine.feature.generated.Operator;
import io.v11.engine.feature.group.Feature;
import io.v11.training.data.Dataset;
import io.v11.training.data.JournalDataset;
import io.v11.training.progress.TrainingListener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is screened is what will stream. */
class InputTapeTest {
    private static final long NS_PER_S = 1_000_000_000L;

    @TempDir
    private static Path folder;
    private static List<Path> journals;

    @BeforeAll
    static void write() {
        journals = List.of(folder.resolve("A"), folder.resolve("B"));
        TopJournal.write(folder.resolve("A/input"), 1, 3000);
        TopJournal.write(folder.resolve("B/input"), 2, 2000);
    }

    private static Dataset data(DecisionCadence cadence) {
        return JournalDataset.read(journals, TopJournal.INSTRUMENTS, cadence, null, TrainingListener.SILENT,
                System::nanoTime).data();
    }

    private static InputTape tape(DecisionCadence cadence, int... positions) {
        return InputTape.read(journals, TopJournal.INSTRUMENTS, cadence, positions, TrainingListener.SILENT,
                System::nanoTime);
    }

    private static int[] positions(List<String> names) {
        return names.stream().mapToInt(FeatureCatalog.names()::indexOf).toArray();
    }

    @Test
    void shouldGiveTheValuesThatTheShippedFeaturesHaveInTheEngine() {
        List<Expression> shipped = ExpressionList.shipped().expressions();
        List<String> names = shipped.stream().flatMap(each -> each.inputs().stream()).distinct().toList();
        List<Feature> inputs = names.stream().map(name -> FeatureCatalog.features().get(positions(List.of(name))[0]))
                .toList();
        Dataset data = data(DecisionCadence.TOP_CHANGE);

        double[][] columns = CandidateValues.of(tape(DecisionCadence.TOP_CHANGE, positions(names)), inputs, shipped,
                IntStream.range(0, data.rows()).toArray());

        int valid = 0;
        for (int e = 0; e < shipped.size(); e++) {
            int position = FeatureCatalog.names().indexOf(shipped.get(e).name());
            for (int row = 0; row < data.rows(); row++) {
                assertEquals(data.value(row, position), columns[e][row], shipped.get(e).name() + " row " + row);
                valid += Double.isNaN(columns[e][row]) ? 0 : 1;
            }
        }
        assertTrue(valid > data.rows(), "valid=" + valid);
    }

    @Test
    void shouldEqualABatchOverTheRowsOfEveryEvent() {
        String name = "l1_imbalance";
        int position = FeatureCatalog.names().indexOf(name);
        Dataset data = data(DecisionCadence.EVERY_EVENT);
        List<Expression> expressions = List.of(new Expression(Operator.CHANGE, List.of(name), 7),
                new Expression(Operator.GAP, List.of(name), 7));

        double[][] columns = CandidateValues.of(tape(DecisionCadence.EVERY_EVENT, position),
                List.of(FeatureCatalog.features().get(position)), expressions,
                IntStream.range(0, data.rows()).toArray());

        int valid = 0;
        for (int row = 0; row < data.rows(); row++) {
            assertEquals(change(data, position, row, 7), columns[0][row], "row " + row);
            if (!Double.isNaN(columns[1][row])) {
                assertEquals(gap(data, position, row, 7), columns[1][row], 1e-9, "row " + row);
                valid++;
            }
        }
        assertTrue(valid > data.rows() * 0.9, "valid=" + valid + " of " + data.rows());
    }

    /** First row of each second of the row's instrument and journal, up to the row. */
    private static List<Integer> samples(Dataset data, int row) {
        List<Integer> samples = new ArrayList<>();
        long second = Long.MIN_VALUE;
        for (int i = 0; i <= row; i++) {
            long own = data.eventTimeNs(i) / NS_PER_S;
            if (data.source(i) == data.source(row) && data.instrument(i) == data.instrument(row) && own != second) {
                samples.add(i);
                second = own;
            }
        }
        return samples;
    }

    private static double change(Dataset data, int position, int row, int windowS) {
        long now = data.eventTimeNs(row) / NS_PER_S;
        return samples(data, row).reversed().stream().filter(i -> data.eventTimeNs(i) / NS_PER_S <= now - windowS)
                .findFirst().filter(i -> data.eventTimeNs(i) / NS_PER_S >= now - 2 * windowS)
                .map(i -> data.value(row, position) - data.value(i, position)).orElse(Double.NaN);
    }

    private static double gap(Dataset data, int position, int row, int windowS) {
        long now = data.eventTimeNs(row) / NS_PER_S;
        double sum = 0.0;
        double weights = 0.0;
        for (int i : samples(data, row)) {
            double weight = Math.exp((data.eventTimeNs(i) / NS_PER_S - now) / (double) windowS);
            sum += weight * data.value(i, position);
            weights += weight;
        }
        return data.value(row, position) - sum / weights;
    }

    @Test
    void shouldRefuseRowsThatTheTapeDoesNotHave() {
        InputTape tape = tape(DecisionCadence.TOP_CHANGE, 0);
        List<Feature> inputs = FeatureCatalog.features().subList(0, 1);
        List<Expression> mean = List.of(new Expression(Operator.MEAN, List.of(inputs.getFirst().name()), 5));

        assertThrows(IllegalArgumentException.class,
                () -> CandidateValues.of(tape, inputs, mean, new int[]{data(DecisionCadence.TOP_CHANGE).rows()}));
    }
}
