package io.v11.benchmarks.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout's configuration and recordings, with runs in the build folder; laid out anew once in a test process. */
public final class TestHome {
    private static final Home HOME = make();

    private TestHome() {
    }

    public static Home find() {
        return HOME;
    }

    private static Home make() {
        Path checkout = Path.of("..").toAbsolutePath().normalize();
        Path home = Path.of("target/home");
        Scratch.delete(home);
        try {
            Files.createDirectories(home);
            for (String folder : new String[]{"config", "recordings"}) {
                Files.createSymbolicLink(home.resolve(folder), checkout.resolve(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lay out " + home, e);
        }
        return Home.of(home);
    }
}
