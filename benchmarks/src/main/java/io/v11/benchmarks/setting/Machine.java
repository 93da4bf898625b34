package io.v11.benchmarks.setting;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What a figure depends on besides the code: printed above every result, since no figure means anything without it. */
public final class Machine {
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final Path LOAD = Path.of("/proc/loadavg");

    private Machine() {
    }

    /** Date, machine, commit and JVM, a line each. */
    public static List<String> lines(Home home) {
        return List.of(
                "date      " + ZonedDateTime.now(ZoneOffset.UTC)
                        .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'")),
                "machine   " + processor() + ", " + Cores.count() + " cores, " + System.getProperty("os.name") + " "
                        + System.getProperty("os.version") + " " + System.getProperty("os.arch") + ", load " + load(),
                "commit    " + commit(home),
                "jvm       " + System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")
                        + ", "
                        + ManagementFactory.getGarbageCollectorMXBeans().stream().map(GarbageCollectorMXBean::getName)
                                .collect(Collectors.joining(", ")),
                "flags     " + String.join(" ", flags()));
    }

    /** JVM flags but for those that only say where things lie on this machine. */
    private static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Dv11.home=")).toList();
    }

    private static String processor() {
        try {
            return Files.readAllLines(PROCESSOR).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("processor unknown");
        } catch (IOException notLinux) {
            return "processor unknown";
        }
    }

    private static String load() {
        try {
            return Files.readString(LOAD).split(" ")[0];
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    private static String commit(Home home) {
        String hash = git(home, "rev-parse", "--short=12", "HEAD");
        if (hash.isEmpty()) {
            return "unknown";
        }
        return hash + (git(home, "status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : " with changes");
    }

    private static String git(Home home, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", home.folder().toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : "";
        } catch (IOException noGit) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
