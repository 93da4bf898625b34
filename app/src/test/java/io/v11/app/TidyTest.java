package io.v11.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The repository polices itself: what the documents name is there, and what is left over is found. */
class TidyTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern ROW = Pattern.compile("^\\| \\[`([^`]+)`]", Pattern.MULTILINE);
    private static final Pattern COMMAND = Pattern.compile("bin/v11 ([a-z]+)");
    private static final int MEGABYTES = 4;

    @Test
    void shouldResolveEveryLinkOfTheDocuments() throws IOException {
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                Path target = document.resolveSibling(link.group(1));
                assertTrue(Files.exists(target), document + " links to " + link.group(1) + ", which is not there");
            }
        }
    }

    @Test
    void shouldListTheModulesOfTheBuild() throws IOException {
        assertEquals(matches(MODULE, Bundled.ROOT.resolve("pom.xml")), matches(ROW, Bundled.ROOT.resolve("README.md")));
    }

    @Test
    void shouldDocumentOnlyCommandsThatExist() throws IOException {
        Set<String> known = new TreeSet<>(V11.commandLine().getSubcommands().keySet());
        known.add("bench"); // a main class of its own, in the benchmarks module
        for (Path document : documents()) {
            for (String command : matches(COMMAND, document)) {
                assertTrue(known.contains(command), document + " names v11 " + command + "; known: " + known);
            }
        }
    }

    @Test
    void shouldHelpOnEveryCommand() {
        for (CommandLine command : V11.commandLine().getSubcommands().values()) {
            assertTrue(command.getUsageMessage().length() > 100, command.getCommandName());
        }
    }

    @Test
    void shouldHoldNothingLeftOverAndNothingLarge() throws IOException {
        try (Stream<Path> files = Files.walk(Bundled.ROOT)) {
            for (Path file : files.filter(Files::isRegularFile).filter(TidyTest::ours).toList()) {
                assertTrue(Files.size(file) < MEGABYTES << 20, file + " is larger than " + MEGABYTES + " MB");
                if (file.toString().endsWith(".java") && !file.endsWith("TidyTest.java")) {
                    String text = Files.readString(file);
                    assertTrue(!text.contains("FIXME") && !text.contains("TODO"), file + " has work left in it");
                }
            }
        }
    }

    private static boolean ours(Path file) {
        String path = Bundled.ROOT.relativize(file).toString();
        return !path.startsWith(".git/") && !path.startsWith("runs/") && !path.contains("target/");
    }

    private static Set<String> matches(Pattern pattern, Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Bundled.ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(Bundled.ROOT.resolve("README.md")),
                    docs.filter(file -> file.toString().endsWith(".md"))).toList();
        }
    }
}
