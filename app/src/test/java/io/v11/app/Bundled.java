package io.v11.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

import io.v11.binance.archive.ImportInput;
import io.v11.binance.archive.ImportProgress;
import io.v11.binance.archive.JournalImport;
import io.v11.config.Configuration;
import io.v11.config.Profile.Threading.Mode;
import io.v11.engine.LiveModels;
import io.v11.engine.play.RecordedRun;
import io.v11.engine.play.RunReport;

/** What the repository ships, as tests use it: configuration, models, the recording imported once per JVM. */
final class Bundled {
    static final Path ROOT = root();
    private static Path market;

    private Bundled() {
    }

    static Path models() {
        return ROOT.resolve("config/models");
    }

    static Configuration configuration(String profile, Mode mode, String pace) {
        return LiveModels.resolve(models(),
                Overrides.apply(Configuration.load(ROOT.resolve("config"), profile), mode, pace));
    }

    /** Input log of the imported recording; shared by all tests, which only read it. */
    static synchronized Path market() {
        if (market == null) {
            try {
                Path folder = Files.createTempDirectory("v11-recording");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                Path journal = folder.resolve("journal");
                new JournalImport(configuration("latency", null, null).instruments())
                        .run(ImportInput.of(List.of(ROOT.resolve("recordings"))), journal, ImportProgress.NONE);
                market = journal;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return market;
    }

    /** Plays the whole recording as fast as it goes and keeps the run in {@code folder}. */
    static RunReport run(Configuration configuration, Path folder) {
        try (LiveModels models = LiveModels.load(models(), configuration.profile().models())) {
            return new RecordedRun(configuration, market().resolve("input"), folder, models, Threads.cores(), core -> {
            }).run(0, done -> {
            });
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Bytes of a file up to its last one that is not 0. */
    static long usedBytes(FileChannel channel) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 16);
        for (long start = (channel.size() - 1) & -(1L << 16); start >= 0; start -= 1 << 16) {
            block.clear();
            int read = channel.read(block, start);
            for (int i = read - 1; i >= 0; i--) {
                if (block.get(i) != 0) {
                    return start + i + 1;
                }
            }
        }
        return 0;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("recordings"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
