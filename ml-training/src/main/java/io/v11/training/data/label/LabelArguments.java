package io.v11.training.data.label;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.v11.config.ConfigurationException;

/** What stands behind the colon of a label's text, by place, with errors that say what was meant. */
record LabelArguments(String usage, List<String> values) {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m|h)");

    /** Throws when there are more than a kind takes. */
    LabelArguments atMost(int count) {
        if (values.size() > count) {
            throw new ConfigurationException("label takes at most " + count + " values behind the colon, has "
                    + values.size() + "; write " + usage);
        }
        return this;
    }

    boolean has(int place) {
        return place < values.size();
    }

    String text(int place, String what) {
        if (!has(place)) {
            throw new ConfigurationException("label lacks the " + what + "; write " + usage);
        }
        return values.get(place);
    }

    /** {@code 500ms}, {@code 10s}, {@code 15m}, {@code 4h} in ns. */
    long timeNs(int place, String what) {
        String text = text(place, what);
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new ConfigurationException(
                    what + " '" + text + "' must be a number with ms, s, m or h, e.g. 15m; write "
                            + usage);
        }
        long unitMs = switch (matcher.group(2)) {
            case "ms" -> 1L;
            case "s" -> 1_000L;
            case "m" -> 60_000L;
            default -> 3_600_000L;
        };
        return Long.parseLong(matcher.group(1)) * unitMs * 1_000_000L;
    }

    long timeNs(int place, String what, long otherwise) {
        return has(place) ? timeNs(place, what) : otherwise;
    }

    double number(int place, String what) {
        String text = text(place, what);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new ConfigurationException(what + " '" + text + "' must be a number; write " + usage);
        }
    }

    double number(int place, String what, double otherwise) {
        return has(place) ? number(place, what) : otherwise;
    }

    int count(int place, String what) {
        String text = text(place, what);
        if (!text.matches("[0-9]{1,6}")) {
            throw new ConfigurationException(what + " '" + text + "' must be a whole number; write " + usage);
        }
        return Integer.parseInt(text);
    }

    int count(int place, String what, int otherwise) {
        return has(place) ? count(place, what) : otherwise;
    }
}
