package io.v11.benchmarks.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A file in {@code benchmarks/results/<date>}: what was measured below what it was measured on. */
public final class ResultFile {
    private ResultFile() {
    }

    /** Path of a new file for results of this kind, its folder made. */
    public static Path fresh(Home home, String kind, String suffix) {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        Path folder = home.results().resolve(now.format(DateTimeFormatter.ISO_LOCAL_DATE));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
        return folder.resolve(kind + "-" + now.format(DateTimeFormatter.ofPattern("HHmmss")) + suffix);
    }

    /** Writes the lines below those of the machine, into a new file. */
    public static Path write(Home home, String kind, List<String> machine, List<String> lines) {
        return write(fresh(home, kind, ".txt"), machine, lines);
    }

    /** The same into a given file. */
    public static Path write(Path file, List<String> machine, List<String> lines) {
        List<String> all = new ArrayList<>(machine);
        all.add("");
        all.addAll(lines);
        try {
            return Files.write(file, all);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
