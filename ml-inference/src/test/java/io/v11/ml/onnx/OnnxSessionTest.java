package io.v11.ml.onnx;

import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.v11.ml.AllocatedBytes;
import io.v11.ml.ModelException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Nets with several inputs through both ways into ONNX Runtime. */
class OnnxSessionTest {
    private static final OnnxPort[] RESULT = {new OnnxPort("result", 1, 1)};

    static Stream<BiFunction<OnnxPort[], OnnxPort[], OnnxSession>> ways() {
        return Stream.of((inputs, outputs) -> new OnnxForeignSession("sum", OnnxFile.sum(), inputs, outputs),
                (inputs, outputs) -> new OnnxJavaSession("sum", OnnxFile.sum(), inputs, outputs));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldBindInputsByName(BiFunction<OnnxPort[], OnnxPort[], OnnxSession> way) {
        try (OnnxSession session = way.apply(ports("b", "a"), RESULT)) {
            session.input(0).put(0, 3f);
            session.input(1).put(0, 4f);

            assertEquals(7f, session.run());
            assertEquals(7f, session.output(0).get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldRefuseWhatDoesNotFit(BiFunction<OnnxPort[], OnnxPort[], OnnxSession> way) {
        assertThrows(ModelException.class, () -> way.apply(ports("a", "c"), RESULT));
        ModelException count = assertThrows(ModelException.class, () -> way.apply(ports("a"), RESULT));
        assertTrue(count.getMessage().contains("has 2 inputs, must have one"), count.getMessage());
        ModelException more = assertThrows(ModelException.class, () -> way.apply(ports("a", "b", "c"), RESULT));
        assertTrue(more.getMessage().contains("has 2 inputs, must have 3"), more.getMessage());
        assertThrows(ModelException.class, () -> way.apply(ports("a", "b"), new OnnxPort[]{new OnnxPort("r", 1, 1)}));
        assertThrows(ModelException.class,
                () -> way.apply(ports("a", "b"), new OnnxPort[]{new OnnxPort("result", 1, 2)}));
    }

    @Test
    void shouldAllocateNothingThroughTheForeignSession() {
        float[] row = {1f};
        try (OnnxSession session = new OnnxForeignSession("sum", OnnxFile.sum(), ports("a", "b"), RESULT)) {
            long bytes = AllocatedBytes.of(() -> {
                for (int i = 0; i < 50_000; i++) {
                    session.input(0).put(0, row);
                    session.input(1).put(0, row);
                    session.run();
                    session.output(0).get(0, row);
                    row[0] %= 16;
                }
            });

            assertEquals(0, bytes);
        }
    }

    private static OnnxPort[] ports(String... names) {
        return Stream.of(names).map(name -> new OnnxPort(name, 1, 1)).toArray(OnnxPort[]::new);
    }
}
