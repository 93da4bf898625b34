package io.v11.training.trainer.sequence;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.config.YamlBinder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SequenceSettingsTest {
    /** Candidates as a plan lists them. */
    public record Plan(List<LstmSettings> lstm, List<TransformerSettings> transformer) {
    }

    private static final String TEXT = """
            lstm:
              - hidden: 32
                sequence: {steps: 64, warmUp: 32, maximumGapMs: 60000, clip: 3, inputs: RAW, features: ["l1_*"]}
                descent: {epochs: 30, patience: 4, batch: 64, learningRate: 0.002, weightDecay: 0.01, gradientNorm: 1,
                          dropout: 0.1, balanceClasses: false}
            transformer:
              - {width: 32, heads: 4, blocks: 2, expand: 64, window: 32,
                 sequence: {steps: 64, warmUp: 62, maximumGapMs: 60000, clip: 3, inputs: RAW, features: ["l1_*"]},
                 descent: {epochs: 30, patience: 4, batch: 32, learningRate: 0.001, weightDecay: 0.01, gradientNorm: 1,
                           dropout: 0.1, balanceClasses: false}}
            """;

    @Test
    void shouldBeReadFromAPlan() {
        Plan plan = parse(TEXT);

        assertEquals(63, plan.transformer().getFirst().reach());
        assertEquals(List.of("hidden", "steps", "warmUp", "maximumGapMs", "clip", "inputs", "features", "epochs",
                "patience", "batch", "learningRate", "weightDecay", "gradientNorm", "dropout", "balanceClasses"),
                List.copyOf(plan.lstm().getFirst().describe().keySet()));
    }

    @Test
    void shouldRefuseAWarmUpThatLeavesWindowsUnfilled() {
        assertEquals("transformer: sequence.warmUp must be at least 62, which is blocks * (window - 1), is 61",
                refusal(TEXT.replace("warmUp: 62", "warmUp: 61")));
    }

    @Test
    void shouldRefuseHeadsThatDoNotDivideTheWidth() {
        assertEquals("transformer: heads must be a divisor of the width, 32, is 5",
                refusal(TEXT.replace("heads: 4", "heads: 5")));
    }

    @Test
    void shouldRefuseWhatCannotBeDescended() {
        assertEquals("descent: learningRate must be above 0 and below 1, is 0.0",
                refusal(TEXT.replace("learningRate: 0.002", "learningRate: 0")));
        assertEquals("sequence: maximumGapMs must be 1 or more, is 0",
                refusal(TEXT.replace("warmUp: 32, maximumGapMs: 60000", "warmUp: 32, maximumGapMs: 0")));
        assertEquals("lstm: hidden must be between 1 and 1024, is 0",
                refusal(TEXT.replace("hidden: 32", "hidden: 0")));
    }

    private static String refusal(String text) {
        String message = assertThrows(ConfigurationException.class, () -> parse(text)).getMessage();
        return message.substring(message.indexOf(": ") + 2);
    }

    private static Plan parse(String text) {
        return YamlBinder.parse("plan.yaml", text, Plan.class);
    }
}
