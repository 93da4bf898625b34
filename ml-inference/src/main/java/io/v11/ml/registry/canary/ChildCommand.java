package io.v11.ml.registry.canary;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.v11.config.Limits;

/**
 * The words that start a child: this process's java and class path, its {@code --} flags (native access), little memory, and no dump.
 *
 * @param words program and arguments
 */
record ChildCommand(List<String> words) {
    private static final Path SHELL = Path.of("/bin/sh");

    static ChildCommand ofThisProcess() {
        return of(CanaryProcess.class.getName());
    }

    static ChildCommand of(String mainClass) {
        List<String> java = new ArrayList<>();
        java.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(flag -> flag.startsWith("--"))
                .forEach(java::add);
        java.addAll(List.of("-Xmx" + Limits.CANARY_HEAP_MB + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:CompressedClassSpaceSize=128m", "-XX:ReservedCodeCacheSize=64m", "-XX:-CreateCoredumpOnCrash",
                "-XX:+ExitOnOutOfMemoryError", "-XX:ErrorFile=/dev/null", "-Xlog:disable", "-cp",
                System.getProperty("java.class.path"), mainClass));
        if (!Files.isExecutable(SHELL)) {
            return new ChildCommand(List.copyOf(java));
        }
        List<String> words = new ArrayList<>(List.of(SHELL.toString(), "-c",
                "ulimit -v " + Limits.CANARY_ADDRESS_SPACE_MB * 1024L + " 2>/dev/null; exec \"$@\"", "v11-canary"));
        words.addAll(java);
        return new ChildCommand(List.copyOf(words));
    }
}
