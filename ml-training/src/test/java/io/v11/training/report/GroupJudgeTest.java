package io.v11.training.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;

import io.v11.ml.registry.ModelManifest.OneFeatureRule;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Scores;
import io.v11.training.publish.Serving;
import io.v11.training.report.GroupResult.Edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GroupJudgeTest {
    private static final IntFunction<String> NAMES = id -> Planted.INSTRUMENTS.get(id).qualifiedName();
    private static final OneFeatureRule ON_RECORD = new OneFeatureRule("noise", "up when noise > 0.25", 0.5);

    private final Dataset data = Planted.data(6_000, 2.0);

    @Test
    void shouldTakeAGroupApartWithoutLosingARow() {
        TimeSplit split = Planted.split(data, true);
        Scores scores = Serving.score(new SignalModel(data, 50), data, split.test());

        List<GroupResult> groups = results(split, scores);

        assertEquals(List.of("all", "BTCUSDT.SPOT", "ETHUSDT.SPOT"), groups.stream().map(GroupResult::group).toList());
        GroupResult all = groups.getFirst();
        int answered = split.test().length - 50;
        GroupResult.Confusion c = all.confusion();
        assertEquals(answered, c.upUp() + c.upDown() + c.downUp() + c.downDown());
        assertEquals(answered, all.byConfidence().stream().mapToInt(bin -> rows(bin.accuracy())).sum());
        assertEquals(answered, all.reliability().stream().mapToInt(GroupResult.ReliabilityBin::rows).sum());
        assertEquals(answered, all.regimes().stream().filter(regime -> regime.by().equals("volatility"))
                .mapToInt(regime -> rows(regime.accuracy())).sum());
        assertEquals(List.of("low", "middle", "high", "low"),
                all.regimes().stream().map(GroupResult.RegimeResult::third).toList(), "the spread is always the same");
        double right = all.accuracy().with((accuracy, majority, rule, coverage, rows) -> accuracy);
        assertEquals((c.upUp() + c.downDown()) / (double) answered, right, 1e-12);
        assertTrue(
                accuracy(all.byConfidence().getFirst().accuracy()) > accuracy(all.byConfidence().getLast().accuracy()));
        assertEquals("up when signal > ", all.rule().substring(0, 17));
    }

    @Test
    void shouldChargeHalfTheSpreadAndTheTakerFee() {
        TimeSplit split = Planted.split(data, true);
        Scores sure = new Scores(new double[split.test().length], up(split), moves(split));
        for (int i = 0; i < sure.rows(); i++) {
            sure.probability()[i] = sure.up()[i] ? 0.9 : 0.1;
        }

        Edge edge = results(split, sure).getFirst().edges().getLast();

        assertEquals(1.0, edge.share());
        assertEquals(1.0, edge.moveBps(), 0.05, "a tick is a basis point, and every call was right");
        assertEquals(10.5, edge.costBps(), 1e-9);
        assertEquals(edge.moveBps() - 10.5, edge.netBps(), 1e-9);
        assertEquals(0.0, edge.profitable());
    }

    @Test
    void shouldTakeTheRecordedRuleAndNoRegimesWithoutTrainRows() {
        TimeSplit split = Planted.split(data, false);

        GroupResult all = results(split, Serving.score(new SignalModel(data, 0), data, split.test())).getFirst();

        assertEquals("up when noise > 0.25", all.rule());
        assertTrue(all.regimes().isEmpty());
        assertEquals(0.5, all.accuracy().with((accuracy, majority, rule, coverage, rows) -> rule), 0.05,
                "noise says nothing");
    }

    @Test
    void shouldRefuseJournalsWithoutTestRowsAndRulesOfUnknownFeatures() {
        TimeSplit none = TimeSplit.of(new int[0], new int[0], new int[0]);

        assertTrue(assertThrows(IllegalArgumentException.class, () -> GroupRules.of(data, none, NAMES, ON_RECORD))
                .getMessage()
                .contains("no test row"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> GroupRules.of(data, Planted.split(data, false),
                NAMES, new OneFeatureRule("gone", "up when gone > 1", 0.6))).getMessage()
                .contains("cannot be applied"));
    }

    private List<GroupResult> results(TimeSplit split, Scores scores) {
        TestRows test = new TestRows(data, split, Planted.INSTRUMENTS);
        GroupRules rules = GroupRules.of(data, split, NAMES, ON_RECORD);
        return rules.judge(scores).stream()
                .map((Evaluation each) -> GroupJudge.of(test, each, scores, rules.positions(each.group()))).toList();
    }

    private boolean[] up(TimeSplit split) {
        boolean[] up = new boolean[split.test().length];
        for (int i = 0; i < up.length; i++) {
            up[i] = data.up(split.test()[i]);
        }
        return up;
    }

    private int[] moves(TimeSplit split) {
        return Arrays.stream(split.test()).map(data::move).toArray();
    }

    private static int rows(JudgedAccuracy judged) {
        return judged.with((accuracy, majority, rule, coverage, rows) -> rows);
    }

    private static double accuracy(JudgedAccuracy judged) {
        return judged.with((accuracy, majority, rule, coverage, rows) -> accuracy);
    }
}
