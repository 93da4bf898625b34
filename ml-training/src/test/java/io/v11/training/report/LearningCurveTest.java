package io.v11.training.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LearningCurveTest {
    @TempDir
    private Path home;

    @Test
    void shouldReadTheLossesOfEachStep() throws Exception {
        assertEquals(List.of(), LearningCurve.read(home));

        Files.writeString(home.resolve("curve.csv"), "step,train,validation\n1,0.69,0.7\n2,0.5,0.65\n");

        assertEquals(List.of(new LearningCurve.Point(1, 0.69, 0.7), new LearningCurve.Point(2, 0.5, 0.65)),
                LearningCurve.read(home));
    }

    @Test
    void shouldNameTheLineThatIsNone() throws Exception {
        for (String broken : List.of("step,train\n1,2\n", "step,train,validation\n1,0.69\n",
                "step,train,validation\n1,a,2\n")) {
            Files.writeString(home.resolve("curve.csv"), broken);

            String reason = assertThrows(IllegalArgumentException.class, () -> LearningCurve.read(home)).getMessage();

            assertTrue(reason.contains("curve.csv"), reason);
        }
    }
}
