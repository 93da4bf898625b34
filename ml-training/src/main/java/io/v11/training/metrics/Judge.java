package io.v11.training.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import io.v11.training.data.Dataset;

/**
 * Judges forecasts of rows, all together and by instrument. The best one-feature rule of each group is chosen once, on the
 * train rows of that group, so that a model that knows many instruments must beat the rule made for each.
 */
public final class Judge {
    /** Group of all instruments together. */
    public static final String ALL = "all";

    private final Dataset data;
    private final int[] trainRows;
    private final IntFunction<String> instrumentName;
    private final int[] instruments;
    private final Rule ruleOfAll;
    private final Rule[] rules;

    /** @param instrumentName qualified name by id */
    public Judge(Dataset data, int[] trainRows, IntFunction<String> instrumentName) {
        this.data = data;
        this.trainRows = trainRows;
        this.instrumentName = instrumentName;
        instruments = Arrays.stream(trainRows).map(data::instrument).distinct().sorted().toArray();
        ruleOfAll = Rule.best(data, trainRows);
        rules = new Rule[instruments.length];
        for (int i = 0; i < instruments.length; i++) {
            rules[i] = Rule.best(data, pick(trainRows, instruments[i]));
        }
    }

    /** The rule that is best over all train rows. */
    public Rule rule() {
        return ruleOfAll;
    }

    /** First all rows, then those of each instrument that has any. {@code scores} lie as {@code rows} do. */
    public List<Evaluation> judge(int[] rows, Scores scores) {
        List<Evaluation> evaluations = new ArrayList<>();
        evaluations.add(evaluate(ALL, rows, scores, ruleOfAll));
        for (int i = 0; i < instruments.length; i++) {
            int instrument = instruments[i];
            int[] positions = positions(rows, instrument);
            if (positions.length > 0) {
                int[] ofInstrument = Arrays.stream(positions).map(position -> rows[position]).toArray();
                evaluations.add(
                        evaluate(instrumentName.apply(instrument), ofInstrument, scores.pick(positions), rules[i]));
            }
        }
        return evaluations;
    }

    /** Mean size of the moves after the train rows of an instrument, basis points; of all when it is negative. */
    public double meanMoveBps(int instrument) {
        double sum = 0.0;
        int count = 0;
        for (int row : trainRows) {
            if (instrument < 0 || data.instrument(row) == instrument) {
                sum += data.moveBps(row);
                count++;
            }
        }
        return sum / count;
    }

    /** Ids of the instruments that trained. */
    public int[] instruments() {
        return instruments.clone();
    }

    private Evaluation evaluate(String group, int[] rows, Scores scores, Rule rule) {
        boolean[] ruleUp = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ruleUp[i] = rule.up(data, rows[i]);
        }
        return Evaluation.of(group, scores, rule, ruleUp);
    }

    private int[] pick(int[] rows, int instrument) {
        return Arrays.stream(rows).filter(row -> data.instrument(row) == instrument).toArray();
    }

    private int[] positions(int[] rows, int instrument) {
        int[] positions = new int[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (data.instrument(rows[i]) == instrument) {
                positions[count++] = i;
            }
        }
        return Arrays.copyOf(positions, count);
    }
}
