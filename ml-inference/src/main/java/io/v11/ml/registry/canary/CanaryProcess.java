package io.v11.ml.registry.canary;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.v11.ml.Family;
import io.v11.ml.FeatureSchema;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.LoadedStack;
import io.v11.ml.registry.ModelRegistry;

/**
 * The child: reads a schema and requests, loads every model with all checks, closes it, and says a line for each, before it touches
 * the next. Whatever a model does to this process, the engine's has not seen the file. Started by {@link ModelCanary} only.
 */
public final class CanaryProcess {
    /** Begins each line that is meant for the parent; native libraries write to the same stream. */
    static final String MARK = "v11-canary";
    /** Divides the schema from the requests. */
    static final String END_OF_SCHEMA = "";

    private CanaryProcess() {
    }

    /** Takes everything from its standard input. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<String> definitions = new ArrayList<>();
        for (String line = in.readLine(); !line.equals(END_OF_SCHEMA); line = in.readLine()) {
            definitions.add(line);
        }
        FeatureSchema schema = SchemaText.parse(definitions);
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(answer(number++, CanaryRequest.parse(line), schema));
        }
    }

    private static String answer(int number, CanaryRequest request, FeatureSchema schema) {
        try {
            return line(number, CanaryVerdict.Outcome.ACCEPTED, load(request, schema));
        } catch (RuntimeException | LinkageError e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            return line(number, CanaryVerdict.Outcome.REFUSED, reason);
        }
    }

    /** Loads and closes; the notes of the checks. */
    private static String load(CanaryRequest request, FeatureSchema schema) {
        ModelRegistry registry = ModelRegistry.open(request.models());
        if (registry.manifest(request.id()).family() == Family.STACK) {
            try (LoadedStack stack = registry.loadStack(request.id(), schema, request.backend())) {
                return stack.members().size() + " members; " + String.join("; ", stack.stack().notes());
            }
        }
        LoadedModel loaded = registry.load(request.id(), schema, request.backend());
        loaded.model().close();
        return String.join("; ", loaded.notes());
    }

    private static String line(int number, CanaryVerdict.Outcome outcome, String message) {
        return "\n" + MARK + "\t" + number + "\t" + outcome + "\t" + message.replaceAll("\\s+", " ");
    }
}
