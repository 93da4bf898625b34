package io.v11.ml.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.config.YamlBinder;
import io.v11.ml.ModelException;

/**
 * Writes and reads {@code manifest.yaml}. The text follows the records component by component, so the same manifest
 * gives the same bytes on every machine, and reading refuses unknown and missing keys with their line. Cold path.
 */
public final class ManifestFile {
    /** Name of the file in a model's folder. */
    public static final String NAME = "manifest.yaml";

    private ManifestFile() {
    }

    /** Reads the manifest of a model's folder. */
    public static ModelManifest read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ModelException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Parses text; {@code source} names it in messages. */
    public static ModelManifest parse(String source, String text) {
        try {
            return YamlBinder.parse(source, text, ModelManifest.class);
        } catch (ConfigurationException e) {
            throw new ModelException(e.getMessage() + "; mend the manifest or train the model again", e);
        }
    }

    /** Writes the manifest into a model's folder. */
    public static void write(Path folder, ModelManifest manifest) {
        try {
            Files.write(folder.resolve(NAME), text(manifest).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(NAME), e);
        }
    }

    /** The manifest as YAML with its {@link ManifestSeal}, the same bytes for the same manifest. */
    public static String text(ModelManifest manifest) {
        StringBuilder text = new StringBuilder(16384);
        writeRecord(text, manifest, "");
        return ManifestSeal.seal(text.toString());
    }

    private static void writeRecord(StringBuilder text, Record value, String indent) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            text.append(indent).append(component.getName()).append(':');
            writeValue(text, read(component, value), indent);
        }
    }

    private static void writeValue(StringBuilder text, Object value, String indent) {
        switch (value) {
            case Record inner -> {
                text.append('\n');
                writeRecord(text, inner, indent + "  ");
            }
            case List<?> list when list.isEmpty() -> text.append(" []\n");
            case List<?> list -> {
                text.append('\n');
                for (Object item : list) {
                    writeFlow(text.append(indent).append("  - {"), (Record) item);
                }
            }
            default -> writeScalar(text.append(' '), value).append('\n');
        }
    }

    /** An element of a list on one line: a hundred features stay a hundred lines. */
    private static void writeFlow(StringBuilder text, Record value) {
        String separator = "";
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            text.append(separator).append(component.getName()).append(": ");
            writeScalar(text, read(component, value));
            separator = ", ";
        }
        text.append("}\n");
    }

    private static StringBuilder writeScalar(StringBuilder text, Object value) {
        if (!(value instanceof String string)) {
            return text.append(value);
        }
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ') {
                throw new ModelException("manifest text '" + string + "' has a control character; leave it out");
            }
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        return text.append('"');
    }

    private static Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
