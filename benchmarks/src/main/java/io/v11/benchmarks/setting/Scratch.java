package io.v11.benchmarks.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder for logs that nobody keeps, on the disk where runs go, so that they cost what a run's logs cost. */
public final class Scratch implements AutoCloseable {
    private final Path folder;
    private int made;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    public static Scratch in(Path parent) {
        try {
            Files.createDirectories(parent);
            return new Scratch(Files.createTempDirectory(parent, "bench-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a scratch folder in " + parent, e);
        }
    }

    /** Path of a folder that does not exist yet. */
    public Path fresh(String name) {
        return folder.resolve(name + "-" + made++);
    }

    /** Removes a folder and all in it; one that is not there is removed already. */
    public static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + tree, e);
        }
    }

    @Override
    public void close() {
        delete(folder);
    }
}
