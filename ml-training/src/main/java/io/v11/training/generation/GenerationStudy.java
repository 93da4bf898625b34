package io.v11.training.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.agrona.concurrent.NanoClock;

import io.v11.config.ConfigurationException;
import io.v11.engine.feature.generated.Expression;
import io.v11.engine.feature.generated.ExpressionList;
import io.v11.engine.feature.group.Feature;
import io.v11.training.data.Dataset;
import io.v11.training.progress.Progress;
import io.v11.training.progress.TrainingListener;
import io.v11.training.selection.cluster.RankCorrelation;
import io.v11.training.selection.information.BinnedRows;
import io.v11.training.selection.information.GainBand;

/**
 * Looks for expressions over base features that tell more of the label than what they are made of, for the least time. Training
 * rows decide all; validation rows are looked at once, for a figure beside those that were chosen. The same rows, costs,
 * settings and seed give the same list. Confined to one thread, which shares work out over the cores; takes a byte a row and
 * candidate, and 8 a row for each base feature.
 */
public final class GenerationStudy {
    /** Of the range, in all of which but one a candidate has to gain. */
    private static final int PARTS = 4;
    private static final int BATCH = 32;
    /** Ranks are compared over not more rows than these. */
    private static final int RANKED_ROWS = 10_000;

    private final GenerationSettings settings;
    private final OperatorCosts costs;
    private final BaseFeatures base;
    private final TrainingListener listener;
    private final NanoClock clock;

    /** @param clock for estimates of the remaining time only */
    public GenerationStudy(GenerationSettings settings, OperatorCosts costs, BaseFeatures base,
            TrainingListener listener, NanoClock clock) {
        this.settings = settings;
        this.costs = costs;
        this.base = base;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * @param recorder   gives the tape of the features at some positions of the vector, its n-th decision being row n
     * @param training   labelled rows
     * @param validation labelled rows, may be none
     */
    public GenerationResult run(Dataset data, Function<int[], InputTape> recorder, int[] training, int[] validation) {
        base.checkWidth(data.features());
        if (training.length < settings.bins() * 100) {
            throw new ConfigurationException("generation: " + training.length + " labelled training rows are too few;"
                    + " give journals of the training range, or another range");
        }
        TrainingRows rows = TrainingRows.of(data, training, settings.mostRows());
        TrainingRows ranked = rows.thinned(RANKED_ROWS);
        double[][] ranks = ranks(data, ranked);
        int[] positions = InputChoice.of(data, base, rows, ranks, settings);
        List<Feature> inputs = base.at(positions);
        listener.onText(training.length + " training rows, " + rows.size() + " used; " + inputs.size() + " inputs: "
                + inputs.stream().map(Feature::name).collect(Collectors.joining(" ")));
        List<Expression> candidates = Candidates.of(inputs, settings);
        InputTape tape = recorder.apply(positions);
        List<Screened> screened = screen(tape, inputs, candidates, rows);
        GreedyBudget greedy = new GreedyBudget(settings, List.of(ranks));
        List<Chosen> chosen = greedy.choose(screened, candidate -> RankCorrelation.ranks(
                CandidateValues.of(tape, inputs, List.of(candidate.expression()), ranked.rows())[0]));
        TrainingRows held = TrainingRows.of(data, validation, settings.mostRows());
        return new GenerationResult(settings, rows.size(), held.size(), inputs.stream().map(Feature::name).toList(),
                screened, validated(chosen, tape, inputs, held), greedy.redundant(), greedy.unaffordable());
    }

    private double[][] ranks(Dataset data, TrainingRows rows) {
        double[][] ranks = new double[base.features().size()][];
        IntStream.range(0, ranks.length).parallel()
                .forEach(feature -> ranks[feature] = RankCorrelation.ranks(rows.column(data, feature)));
        return ranks;
    }

    /** Candidates that are valid often enough, with what the rows say of them. */
    private List<Screened> screen(InputTape tape, List<Feature> inputs, List<Expression> candidates,
            TrainingRows rows) {
        List<List<Expression>> batches = IntStream.range(0, (candidates.size() + BATCH - 1) / BATCH)
                .mapToObj(i -> candidates.subList(i * BATCH, Math.min(candidates.size(), (i + 1) * BATCH))).toList();
        Progress progress = new Progress(listener, clock, "screening candidates", batches.size());
        AtomicInteger done = new AtomicInteger();
        List<Batch> run = batches.parallelStream().map(batch -> {
            Batch one = Batch.of(tape, inputs, batch, rows, settings);
            synchronized (progress) {
                progress.at(done.incrementAndGet());
            }
            return one;
        }).toList();
        BinnedRows own = BinnedRows.of(inputColumns(tape, inputs, rows), rows.labels(), rows.instruments(),
                settings.bins());
        List<Expression> valid = run.stream().flatMap(batch -> batch.expressions.stream()).toList();
        double[] shares = run.stream().flatMapToDouble(batch -> Arrays.stream(batch.validShares)).toArray();
        GainBand band = GainBand.of(own.with(run.stream().map(batch -> batch.binned).toList()),
                parents(inputs, valid), settings.rotations(), settings.seed());
        List<String> units = new ExpressionList(valid).resolve(inputs).features().stream().map(Feature::unit).toList();
        List<Screened> screened = new ArrayList<>();
        for (int i = 0; i < valid.size(); i++) {
            int column = inputs.size() + i;
            screened.add(new Screened(valid.get(i), units.get(i), band.information(column), band.gain(column),
                    band.upper(column), band.beyond(column), leastGain(band, column, rows.size()), shares[i],
                    costs.of(valid.get(i))));
        }
        return screened;
    }

    /** Smallest gain of the parts of the range but for the worst of them. */
    private static double leastGain(GainBand band, int column, int rows) {
        return IntStream.range(0, PARTS)
                .mapToDouble(part -> band.gainWithin(column, rows * part / PARTS, rows * (part + 1) / PARTS)).sorted()
                .skip(1).findFirst().orElseThrow();
    }

    /** The inputs as the tape has them. */
    private static double[][] inputColumns(InputTape tape, List<Feature> inputs, TrainingRows rows) {
        double[][] columns = new double[inputs.size()][rows.size()];
        int[] rowOf = tape.decisionEntries();
        for (int i = 0; i < rows.size(); i++) {
            for (int input = 0; input < columns.length; input++) {
                columns[input][i] = tape.value(rowOf[rows.rows()[i]], input);
            }
        }
        return columns;
    }

    private static int[][] parents(List<Feature> inputs, List<Expression> candidates) {
        List<String> names = inputs.stream().map(Feature::name).toList();
        int[][] parents = new int[inputs.size() + candidates.size()][];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i < inputs.size()
                    ? new int[0]
                    : candidates.get(i - inputs.size()).inputs().stream().mapToInt(names::indexOf).toArray();
        }
        return parents;
    }

    private List<Chosen> validated(List<Chosen> chosen, InputTape tape, List<Feature> inputs, TrainingRows held) {
        if (chosen.isEmpty() || held.size() == 0) {
            return chosen;
        }
        List<Expression> expressions = chosen.stream().map(each -> each.screened().expression()).toList();
        BinnedRows rows = BinnedRows.of(inputColumns(tape, inputs, held), held.labels(), held.instruments(),
                settings.bins());
        BinnedRows made = BinnedRows.of(CandidateValues.of(tape, inputs, expressions, held.rows()), held.labels(),
                held.instruments(), settings.bins());
        GainBand band = GainBand.of(rows.with(List.of(made)), parents(inputs, expressions), settings.rotations(),
                settings.seed());
        List<Chosen> validated = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Chosen each = chosen.get(i);
            validated.add(new Chosen(each.screened(), each.totalNs(), each.closest(),
                    band.information(inputs.size() + i), band.gain(inputs.size() + i)));
        }
        return validated;
    }

    /** Candidates that were run together. */
    private record Batch(List<Expression> expressions, double[] validShares, BinnedRows binned) {
        static Batch of(InputTape tape, List<Feature> inputs, List<Expression> batch, TrainingRows rows,
                GenerationSettings settings) {
            double[][] columns = CandidateValues.of(tape, inputs, batch, rows.rows());
            int[] kept = IntStream.range(0, columns.length)
                    .filter(i -> TrainingRows.validShare(columns[i]) >= settings.leastValid()).toArray();
            return new Batch(Arrays.stream(kept).mapToObj(batch::get).toList(),
                    Arrays.stream(kept).mapToDouble(i -> TrainingRows.validShare(columns[i])).toArray(),
                    BinnedRows.of(Arrays.stream(kept).mapToObj(i -> columns[i]).toArray(double[][]::new),
                            rows.labels(), rows.instruments(), settings.bins()));
        }
    }
}
