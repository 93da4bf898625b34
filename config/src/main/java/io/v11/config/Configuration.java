package io.v11.config;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The effective configuration of a run: the profile after all overrides, and the instruments. Its text and SHA-256 are
 * the first event of every journal, so that a replay knows what the engine was told.
 */
public record Configuration(Profile profile, Instruments instruments) {

    /** Reads {@code profiles/<name>.yaml} and the instruments that it names, below the configuration folder. */
    public static Configuration load(Path folder, String profileName) {
        Path file = folder.resolve("profiles").resolve(profileName + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException("no profile '" + profileName + "': " + file + " does not exist");
        }
        Profile profile = YamlBinder.read(file, Profile.class);
        if (!profile.name().equals(profileName)) {
            throw new ConfigurationException(file + ": name is " + profile.name() + ", must be " + profileName);
        }
        return new Configuration(profile.conclude(),
                YamlBinder.read(folder.resolve(profile.instruments()), Instruments.class));
    }

    /** Reads back what {@link #text()} wrote, from a journal. */
    public static Configuration parse(String source, String text) {
        Configuration configuration = YamlBinder.parse(source, text, Configuration.class);
        configuration.profile.conclude();
        return configuration;
    }

    /** The same with other models. */
    public Configuration with(Profile.ModelSettings models) {
        return new Configuration(profile.with(models), instruments);
    }

    /**
     * The same with single values of the profile replaced, checked as a whole.
     *
     * @param values by path, e.g. {@code signal.coolDownMs}, as they would stand in the YAML file
     */
    public Configuration with(Map<String, String> values) {
        return values.isEmpty()
                ? this
                : parse("profile " + profile.name() + " with " + values,
                        ConfigurationEdit.apply(text(), values));
    }

    /** The whole configuration as canonical YAML: one key a line, in the order of the records. */
    public String text() {
        StringBuilder text = new StringBuilder(8192);
        write(text, this, 0);
        return text.toString();
    }

    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public String digestHex() {
        return HexFormat.of().formatHex(digest());
    }

    private static void write(StringBuilder text, Record value, int depth) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            text.append("  ".repeat(depth)).append(component.getName()).append(':');
            writeValue(text, read(component, value), depth);
        }
    }

    private static void writeValue(StringBuilder text, Object value, int depth) {
        if (value instanceof Record inner && !(value instanceof Decimal)) {
            text.append('\n');
            write(text, inner, depth + 1);
        } else if (value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Record) {
            text.append('\n');
            for (Object item : list) {
                text.append("  ".repeat(depth + 1)).append("-\n");
                write(text, (Record) item, depth + 2);
            }
        } else {
            text.append(' ').append(value).append('\n');
        }
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
