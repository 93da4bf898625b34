package io.v11.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import io.v11.config.ConfigurationException;

/**
 * The features that training may look at, chosen by {@code v11 features select} or by hand, and where the choice came
 * from. The file is YAML with the key {@code features} and any further keys that hold a single value (source, journal,
 * created, ...), which are kept as they are; a plain text with one name a line and {@code #} before remarks is read too.
 * Unlike a profile it takes unknown keys: it is a record of how a choice was made, and every way of choosing has other
 * things to say. Immutable; cold path.
 *
 * @param features names, unique, the most wanted first
 * @param notes    what else the file says, in its order
 */
public record FeatureSelection(List<String> features, List<Note> notes) {
    private static final String FEATURES = "features";

    public FeatureSelection {
        features = List.copyOf(features);
        notes = List.copyOf(notes);
        Set<String> seen = new LinkedHashSet<>();
        for (String feature : features) {
            require(feature.matches("\\S+"), "feature name '" + feature + "' must be a word without white space");
            require(seen.add(feature), "feature '" + feature + "' stands twice; name it once");
        }
        for (Note note : notes) {
            require(note.key.matches("[A-Za-z][A-Za-z0-9_]*") && !note.key.equals(FEATURES),
                    "key '" + note.key + "' must be a word of letters, digits and '_' other than 'features'");
            require(note.value.chars().noneMatch(c -> c < ' '), "value of " + note.key + " must be one line");
        }
        require(!features.isEmpty(), "no feature is selected; a model needs at least one");
    }

    /** One remark of the file. */
    public record Note(String key, String value) {
    }

    /** A selection that says nothing of its origin. */
    public static FeatureSelection of(List<String> features) {
        return new FeatureSelection(features, List.of());
    }

    /** Value of a note, empty when there is none. */
    public String note(String key) {
        return notes.stream().filter(note -> note.key.equals(key)).map(Note::value).findFirst().orElse("");
    }

    /** Reads a file in either form. */
    public static FeatureSelection read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ConfigurationException("cannot read the feature selection " + file + ": " + e.getMessage(), e);
        }
    }

    /** Parses text in either form; {@code source} names it in messages. */
    public static FeatureSelection parse(String source, String text) {
        try {
            boolean yaml = text.lines().anyMatch(line -> line.startsWith(FEATURES + ":"));
            return yaml ? parseYaml(text) : of(names(text));
        } catch (YamlEngineException e) {
            throw new ConfigurationException(source + ": not valid YAML: " + e.getMessage(), e);
        } catch (ConfigurationException e) {
            throw new ConfigurationException(source + ": " + e.getMessage(), e);
        }
    }

    private static List<String> names(String text) {
        return text.lines().map(line -> line.replaceFirst("#.*", "").strip()).filter(line -> !line.isEmpty()).toList();
    }

    private static FeatureSelection parseYaml(String text) {
        Node root = new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow();
        if (!(root instanceof MappingNode mapping)) {
            throw new ConfigurationException("the file must be a mapping with the key 'features'");
        }
        List<String> features = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar("a key", tuple.getKeyNode());
            if (!key.equals(FEATURES)) {
                notes.add(new Note(key, scalar(key, tuple.getValueNode())));
            } else if (tuple.getValueNode() instanceof SequenceNode list) {
                list.getValue().forEach(item -> features.add(scalar(FEATURES, item)));
            } else {
                throw new ConfigurationException("features must be a list of names");
            }
        }
        return new FeatureSelection(features, notes);
    }

    private static String scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        throw new ConfigurationException("line " + line + ": " + key + " must hold a single value");
    }

    /** The selection as YAML, the same bytes for the same selection. */
    public String text() {
        StringBuilder text = new StringBuilder();
        notes.forEach(note -> text.append(note.key).append(": ").append(quoted(note.value)).append('\n'));
        text.append(FEATURES).append(":\n");
        features.forEach(feature -> text.append("  - ").append(quoted(feature)).append('\n'));
        return text.toString();
    }

    /** Writes {@link #text()}. */
    public void write(Path file) throws IOException {
        Files.writeString(file, text());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new ConfigurationException(message);
        }
    }
}
