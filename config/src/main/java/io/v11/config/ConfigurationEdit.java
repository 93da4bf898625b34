package io.v11.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Replaces single values in a configuration's canonical text by their path below the profile, such as
 * {@code signal.coolDownMs}: how the command line and the optimiser vary a run. What results is parsed and checked like any
 * other configuration, so a value that does not fit is refused in the same words. Cold path.
 */
final class ConfigurationEdit {
    private static final String ROOT = "profile.";

    private ConfigurationEdit() {
    }

    /** @param values new values by path; a path that is none of a single value or of a list in one line is refused */
    static String apply(String text, Map<String, String> values) {
        List<String> path = new ArrayList<>();
        TreeSet<String> missing = new TreeSet<>(values.keySet());
        TreeSet<String> known = new TreeSet<>();
        StringBuilder edited = new StringBuilder(text.length());
        for (String line : text.split("\n")) {
            int depth = (line.length() - line.stripLeading().length()) / 2;
            int colon = line.indexOf(':');
            String name = colon < 0 ? line.strip() : line.substring(2 * depth, colon);
            while (path.size() > depth) {
                path.removeLast();
            }
            path.add(name);
            String key = String.join(".", path);
            boolean single = colon >= 0 && colon + 1 < line.length();
            if (single && key.startsWith(ROOT)) {
                key = key.substring(ROOT.length());
                known.add(key);
                edited.append(missing.remove(key) ? line.substring(0, colon + 1) + " " + values.get(key) : line);
            } else {
                edited.append(line);
            }
            edited.append('\n');
        }
        if (!missing.isEmpty()) {
            throw new ConfigurationException(
                    "no such value in the profile: " + missing.first() + "; there are " + known);
        }
        return edited.toString();
    }
}
