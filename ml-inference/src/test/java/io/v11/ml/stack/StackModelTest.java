package io.v11.ml.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.ml.AllocatedBytes;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StackModelTest {
    private static final FeatureSchema MEMBERS = StackModel.schema(List.of("mlp", "xgboost", "lstm"));
    /** In another order than the vector's. */
    private static final StackFile FILE = stack(0.1, "lstm", 0.5, "mlp", 0.25, "xgboost", 0.25);

    private final FeatureVector vector = new FeatureVector(3);
    private double sink;

    @Test
    void shouldSumTheWeightedLogOddsOfItsMembers() {
        StackModel model = new StackModel("stack", FILE, MEMBERS);

        double score = model.score(says(0.6, 0.3, 0.7));

        assertEquals(probability(0.1 + 0.5 * logit(0.7) + 0.25 * logit(0.6) + 0.25 * logit(0.3)), score, 1e-14);
        assertEquals(List.of("lstm", "mlp", "xgboost"), model.inputs().schema().names());
    }

    @Test
    void shouldShareTheWeightOfMembersThatAbstain() {
        StackModel model = new StackModel("stack", FILE, MEMBERS);

        double withoutLstm = model.score(says(0.6, 0.3, Double.NaN));
        double nonsense = model.score(says(1.2, 0.3, 0.7));

        assertEquals(probability(0.1 + 0.5 * logit(0.6) + 0.5 * logit(0.3)), withoutLstm, 1e-14);
        assertEquals(probability(0.1 + logit(0.7) * 2 / 3 + logit(0.3) / 3), nonsense, 1e-14);
    }

    @Test
    void shouldAbstainWhenTheValidMembersHoldLessThanAQuarterOfTheWeight() {
        StackModel model = new StackModel("stack", stack(0.1, "lstm", 0.6, "mlp", 0.2, "xgboost", 0.2), MEMBERS);

        assertEquals(Double.NaN, model.score(says(0.6, Double.NaN, Double.NaN)));
        assertEquals(Double.NaN, model.score(says(Double.NaN, Double.NaN, Double.NaN)));
        assertEquals(probability(0.1 + logit(0.7)), model.score(says(Double.NaN, Double.NaN, 0.7)), 1e-14);
        assertEquals(probability(0.1 + 0.5 * logit(0.6) + 0.5 * logit(0.3)), model.score(says(0.6, 0.3, Double.NaN)),
                1e-14);
    }

    @Test
    void shouldSayTheBaseRateWhenNoMemberCounts() {
        StackModel model = new StackModel("stack", stack(0.2, "mlp", 0.0, "lstm", 0.0), MEMBERS);

        assertEquals(probability(0.2), model.score(says(0.9, 0.9, Double.NaN)), 1e-15);
        assertEquals(Double.NaN, model.score(says(Double.NaN, 0.9, Double.NaN)));
    }

    @Test
    void shouldStayFiniteWhenMembersAreQuiteSure() {
        StackModel model = new StackModel("stack", FILE, MEMBERS);

        assertEquals(probability(0.1 + logit(1.0 - 1e-6)), model.score(says(1.0, 1.0, 1.0)), 1e-14);
        assertEquals(probability(0.1 - logit(1.0 - 1e-6)), model.score(says(0.0, 0.0, 0.0)), 1e-14);
    }

    @Test
    void shouldGiveTheSameBitsAfterARoundTripThroughTheFile(@TempDir Path folder) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20; i++) {
            StackFile file = stack(random.nextDouble() - 0.5, "a/1", random.nextDouble(), "b", random.nextDouble());

            file.write(folder);

            assertEquals(file, StackFile.read(folder.resolve(StackFile.NAME)));
            assertEquals(file.text(), StackFile.parse("text", file.text()).text());
        }
    }

    @Test
    void shouldSayWhatIsWrongWithAFile() {
        assertRefused("unknown key 'bias'", "bias: 0\nintercept: 0\nmembers:\n  - {member: a, weight: 1}\n");
        assertRefused("weight of member a must be 0 to 1e6, is -1.0",
                "intercept: 0\nmembers:\n  - {member: a, weight: -1}\n");
        assertRefused("member a stands twice",
                "intercept: 0\nmembers:\n  - {member: a, weight: 1}\n  - {member: a, weight: 1}\n");
        assertRefused("members must be 1 to 16, are 0", "intercept: 0\nmembers: []\n");
        ModelException unknown = assertThrows(ModelException.class,
                () -> new StackModel("stack", stack(0.0, "forest", 1.0), MEMBERS));
        assertTrue(unknown.getMessage().contains("no member 'forest' among [mlp, xgboost, lstm]"),
                unknown.getMessage());
    }

    private static void assertRefused(String part, String text) {
        ModelException refused = assertThrows(ModelException.class, () -> StackFile.parse("stack.yaml", text));

        assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }

    @Test
    void shouldAllocateNothing() {
        StackModel model = new StackModel("stack", FILE, MEMBERS);
        says(0.6, Double.NaN, 0.7);

        assertEquals(0L, AllocatedBytes.of(() -> {
            for (int i = 0; i < 100_000; i++) {
                sink += model.score(vector);
            }
        }));
    }

    private FeatureVector says(double... probabilities) {
        vector.clear();
        for (int i = 0; i < probabilities.length; i++) {
            vector.set(i, probabilities[i]);
        }
        return vector;
    }

    private static StackFile stack(double intercept, Object... membersAndWeights) {
        List<StackFile.Member> members = new ArrayList<>();
        for (int i = 0; i < membersAndWeights.length; i += 2) {
            members.add(new StackFile.Member((String) membersAndWeights[i], (Double) membersAndWeights[i + 1]));
        }
        return new StackFile(intercept, members);
    }

    private static double logit(double p) {
        return Math.log(p / (1.0 - p));
    }

    private static double probability(double logOdds) {
        return 1.0 / (1.0 + Math.exp(-logOdds));
    }
}
