package io.v11.training.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The kernels' bits do not depend on how a machine executes them: interpreted, without vectors, with narrow ones. */
class KernelBitsTest {
    @ParameterizedTest
    @CsvSource({"-Xint, 300", "-XX:-UseSuperWord, 20000", "-XX:UseAVX=0, 20000", "-XX:UseAVX=2, 20000"})
    void shouldGiveTheSameBits(String flag, int rows) throws IOException, InterruptedException {
        assertEquals(KernelBits.digest(rows), digestOfAnotherMachine(flag, rows));
    }

    private static long digestOfAnotherMachine(String flag, int rows) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions", flag, "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), KernelBits.class.getName(), Integer.toString(rows))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return Long.parseLong(output.strip());
    }
}
