package io.v11.ml.registry.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.v11.config.Limits;
import io.v11.ml.FeatureSchema;
import io.v11.ml.ModelException;
import io.v11.ml.ServingBackend;
import io.v11.ml.registry.canary.CanaryVerdict.Outcome;

/**
 * Has models loaded by a child process first. One bit of a model file can end the process that parses it (of 60 flipped bits of an
 * XGBoost file 5 did), so the process that holds the positions must not be the first to try. A child loads by the same code, meets
 * the golden rows, and has a heap of {@value Limits#CANARY_HEAP_MB} MB, an address space of {@value Limits#CANARY_ADDRESS_SPACE_MB} MB
 * where there is a POSIX shell to set it, and a time limit. After a crash or a time-out the rest is asked of a new child. Cold path;
 * blocks its caller.
 */
public final class ModelCanary {
    private final ChildCommand command;
    private final long timeoutMs;

    /** The default time limit. */
    public ModelCanary() {
        this(Limits.CANARY_TIMEOUT_MS);
    }

    /** @param timeoutMs of one child, milliseconds */
    public ModelCanary(long timeoutMs) {
        this(timeoutMs, ChildCommand.ofThisProcess());
    }

    ModelCanary(long timeoutMs, ChildCommand command) {
        if (timeoutMs < 1 || timeoutMs > Limits.CANARY_TIMEOUT_MS_MAXIMUM) {
            throw new ModelException("the time limit of the canary must be 1 to " + Limits.CANARY_TIMEOUT_MS_MAXIMUM
                    + " ms, is " + timeoutMs);
        }
        this.timeoutMs = timeoutMs;
        this.command = command;
    }

    /**
     * Throws unless a child has loaded every model, with the default time limit. What an engine calls before it loads them itself.
     *
     * @param ids {@code name/version}; a stack is loaded with its members, which need not be named
     */
    public static void require(Path models, List<String> ids, FeatureSchema schema, ServingBackend backend) {
        new ModelCanary().requireAll(models, ids, schema, backend);
    }

    /** Throws unless a child has loaded every model; what its checks said of each. */
    public List<CanaryVerdict> requireAll(Path models, List<String> ids, FeatureSchema schema,
            ServingBackend backend) {
        List<CanaryVerdict> verdicts = check(
                ids.stream().map(id -> new CanaryRequest(models, id, backend)).toList(), schema);
        for (CanaryVerdict verdict : verdicts) {
            if (!verdict.accepted()) {
                throw new ModelException("model " + verdict.request().id() + " " + switch (verdict.outcome()) {
                    case CRASHED -> "ended the process that tried to load it (" + verdict.message()
                            + "); its file is damaged, fetch or train the model again";
                    case TIMED_OUT -> "could not be loaded in time: " + verdict.message();
                    default -> "was refused by the canary: " + verdict.message();
                });
            }
        }
        return verdicts;
    }

    /** Loads every model in children; a verdict for each, in the order of the requests. */
    public List<CanaryVerdict> check(List<CanaryRequest> requests, FeatureSchema schema) {
        List<CanaryVerdict> verdicts = new ArrayList<>(requests.size());
        try {
            Path scratch = Files.createTempDirectory("v11-canary");
            try {
                while (verdicts.size() < requests.size()) {
                    run(requests.subList(verdicts.size(), requests.size()), schema, scratch, verdicts);
                }
            } finally {
                for (String name : List.of("in", "out")) {
                    Files.deleteIfExists(scratch.resolve(name));
                }
                Files.delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run the canary process", e);
        }
        return verdicts;
    }

    /** One child; adds at least one verdict. */
    private void run(List<CanaryRequest> requests, FeatureSchema schema, Path scratch, List<CanaryVerdict> verdicts)
            throws IOException {
        List<String> lines = new ArrayList<>(SchemaText.lines(schema));
        lines.add(CanaryProcess.END_OF_SCHEMA);
        requests.forEach(request -> lines.add(request.line()));
        Path in = Files.write(scratch.resolve("in"), lines);
        Path out = scratch.resolve("out");
        Process child = new ProcessBuilder(command.words()).redirectErrorStream(true).redirectInput(in.toFile())
                .redirectOutput(out.toFile()).start();
        boolean inTime = await(child);
        List<String> said = new String(Files.readAllBytes(out), StandardCharsets.UTF_8).lines().toList();
        int answered = 0;
        for (String line : said) {
            String[] words = line.split("\t", 4);
            if (words.length == 4 && words[0].equals(CanaryProcess.MARK)
                    && words[1].equals(String.valueOf(answered))) {
                verdicts.add(new CanaryVerdict(requests.get(answered++), Outcome.valueOf(words[2]), words[3]));
            }
        }
        if (answered < requests.size()) {
            verdicts.add(inTime
                    ? crashed(requests.get(answered), child.exitValue(), said, answered)
                    : new CanaryVerdict(requests.get(answered), Outcome.TIMED_OUT,
                            "no answer within " + timeoutMs + " ms, the process was ended; try again with a longer"
                                    + " limit, and fetch or train the model again if that does not help"));
        }
    }

    private boolean await(Process child) {
        try {
            if (child.waitFor(timeoutMs, TimeUnit.MILLISECONDS)) {
                return true;
            }
            child.destroyForcibly().waitFor();
            return false;
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ModelException("interrupted while the canary was loading models", e);
        }
    }

    /** Over 128 it is 128 plus a signal. A child that never came to a model is a fault of the set-up, and no verdict. */
    private static CanaryVerdict crashed(CanaryRequest request, int exitCode, List<String> said, int answered) {
        if (exitCode == 1 && answered == 0 && said.stream().anyMatch(line -> line.startsWith("Error: "))) {
            throw new ModelException("the canary process does not start here: " + String.join(" ", said));
        }
        String reason = said.stream().filter(line -> line.contains("SIG") || line.contains("OutOfMemory"))
                .findFirst().map(line -> ": " + line.replaceAll("^[#\\s]+", "")).orElse("");
        return new CanaryVerdict(request, Outcome.CRASHED, "exit code " + exitCode + reason);
    }
}
