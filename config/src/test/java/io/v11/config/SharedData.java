package io.v11.config;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** Where the shared data sets lie on this machine. */
final class SharedData {
    private SharedData() {
    }

    /** A folder of the shared data; the test is skipped when there is none. */
    static Path folder(String name) {
        String stated = System.getProperty("V11_DATA", System.getenv("V11_DATA"));
        Path found = stated != null ? Path.of(stated) : upwards();
        Assumptions.assumeTrue(found != null && Files.isDirectory(found.resolve(name)), "no shared data set " + name
                + ": set V11_DATA to the folder that holds it to run this test");
        return found.resolve(name);
    }

    private static Path upwards() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("shared/data"))) {
                return folder.resolve("shared/data");
            }
        }
        return null;
    }
}
