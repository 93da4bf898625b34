package io.v11.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs {@code v11} in this process with a home of its own: the shipped configuration, and a place for runs and ledgers that
 * nobody else writes to.
 *
 * @param home folder, set as {@code v11.home}
 */
record CommandRun(Path home) implements AutoCloseable {
    /** What a command answered. */
    record Answer(int exitCode, String text) {
    }

    static CommandRun in(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(home.resolve("config"), Bundled.ROOT.resolve("config"));
        return new CommandRun(home);
    }

    /** @param words command and arguments; blanks part them */
    Answer execute(String words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        String before = System.getProperty("v11.home");
        System.setProperty("v11.home", home.toString());
        try {
            int code = V11.commandLine().setOut(writer).setErr(writer).execute(words.split(" +"));
            return new Answer(code, said.toString());
        } finally {
            restore(before);
        }
    }

    /** Takes the link to the shipped configuration away, before somebody deletes what is behind it. */
    @Override
    public void close() throws IOException {
        Files.delete(home.resolve("config"));
    }

    private static void restore(String before) {
        if (before == null) {
            System.clearProperty("v11.home");
        } else {
            System.setProperty("v11.home", before);
        }
    }
}
