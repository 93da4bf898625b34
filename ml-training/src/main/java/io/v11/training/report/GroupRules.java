package io.v11.training.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.v11.ml.registry.ModelManifest.OneFeatureRule;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Judge;
import io.v11.training.metrics.Rule;
import io.v11.training.metrics.Scores;

/**
 * Judges scores beside the best one-feature rules. Rules are chosen on the train rows of the replayed journals, one for each instrument; where
 * the journals hold test rows only, the rule that a model's manifest has on record stands for all instruments.
 */
final class GroupRules {
    private static final Pattern RULE = Pattern.compile("up when (\\S+) (>|<=) (\\S+)");

    private final Dataset data;
    private final int[] testRows;
    private final IntFunction<String> names;
    private final Judge judge;
    private final Rule recorded;

    private GroupRules(Dataset data, int[] testRows, IntFunction<String> names, Judge judge, Rule recorded) {
        this.data = data;
        this.testRows = testRows;
        this.names = names;
        this.judge = judge;
        this.recorded = recorded;
    }

    static GroupRules of(Dataset data, TimeSplit split, IntFunction<String> names, OneFeatureRule onRecord) {
        if (split.test().length == 0) {
            throw new IllegalArgumentException("the journals hold no test row of the plan; give --journal with its test"
                    + " ranges");
        }
        return split.train().length > 0
                ? new GroupRules(data, split.test(), names, new Judge(data, split.train(), names), null)
                : new GroupRules(data, split.test(), names, null, parse(data, onRecord));
    }

    /** Where the rules come from, for the reader. */
    String source() {
        return judge != null
                ? "one for each instrument, chosen on the train rows of these journals"
                : "one for all instruments, as the manifests have it on record, because these journals hold no train rows;"
                        + " a rule made for each instrument would be harder to beat";
    }

    /** All rows first, then each instrument that has some. */
    List<Evaluation> judge(Scores scores) {
        if (judge != null) {
            return judge.judge(testRows, scores);
        }
        List<Evaluation> evaluations = new ArrayList<>();
        evaluations.add(evaluate(Judge.ALL, scores, positions(Judge.ALL)));
        Arrays.stream(testRows).map(data::instrument).distinct().sorted().mapToObj(names)
                .forEach(name -> evaluations.add(evaluate(name, scores, positions(name))));
        return evaluations;
    }

    /** Positions among the test rows of a group. */
    int[] positions(String group) {
        int[] positions = new int[testRows.length];
        int count = 0;
        for (int i = 0; i < testRows.length; i++) {
            if (group.equals(Judge.ALL) || names.apply(data.instrument(testRows[i])).equals(group)) {
                positions[count++] = i;
            }
        }
        return Arrays.copyOf(positions, count);
    }

    private Evaluation evaluate(String group, Scores scores, int[] positions) {
        boolean[] ruleUp = new boolean[positions.length];
        for (int i = 0; i < ruleUp.length; i++) {
            ruleUp[i] = recorded.up(data, testRows[positions[i]]);
        }
        return Evaluation.of(group, scores.pick(positions), recorded, ruleUp);
    }

    private static Rule parse(Dataset data, OneFeatureRule onRecord) {
        Matcher matcher = RULE.matcher(onRecord.rule());
        int feature = matcher.matches() ? data.schema().indexOf(matcher.group(1)) : -1;
        if (feature < 0) {
            throw new IllegalArgumentException("the rule '" + onRecord.rule() + "' of the manifest cannot be applied to"
                    + " these rows, and the journals hold no train rows to choose one on; give --journal with the train"
                    + " ranges too");
        }
        return new Rule(feature, matcher.group(1), Double.parseDouble(matcher.group(3)),
                matcher.group(2).equals(">"), false, Double.NaN);
    }
}
