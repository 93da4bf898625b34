package io.v11.training.trainer.torch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PyTorchTest {
    /** Loads the engine in a process of its own and prints how that went. */
    static final class Loader {
        public static void main(String[] arguments) {
            try {
                System.out.println("loaded " + PyTorch.engine().getEngineName());
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void shouldLoadWithoutNetwork() {
        assertEquals("PyTorch", PyTorch.engine().getEngineName());
        assertEquals("true", System.getProperty("ai.djl.offline"));
    }

    @Test
    void shouldSayWhatIsMissingWhenTheNativeLibraryIsNotThere(@TempDir Path cache) throws Exception {
        String message = load(cache, "pytorch-native-cpu");

        assertTrue(message.startsWith("PyTorch cannot be loaded: "), message);
        assertTrue(message.contains("pytorch-native-cpu"), message);
        assertTrue(message.contains(cache.toString()), message);
        assertTrue(message.contains("Nothing is downloaded"), message);
    }

    @Test
    void shouldSayWhatIsMissingWhenTheEngineIsNotThere(@TempDir Path cache) throws Exception {
        String message = load(cache, "pytorch-engine");

        assertTrue(message.startsWith("PyTorch cannot be loaded: "), message);
        assertTrue(message.contains("pytorch-engine"), message);
    }

    private static String load(Path cache, String withoutJar) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains(withoutJar)).collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-DDJL_CACHE_DIR=" + cache, "-cp", classPath,
                Loader.class.getName()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output.trim();
    }
}
