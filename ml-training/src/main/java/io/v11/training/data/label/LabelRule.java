package io.v11.training.data.label;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.v11.config.ConfigurationException;
import io.v11.engine.feature.DecisionCadence;
import io.v11.training.data.HorizonLabels.Price;
import io.v11.training.data.Labels;

/**
 * Which labels rows are to have, as a plan or a command line says it: a kind, and behind a colon what it needs, such as
 * {@code horizon:15m,5}. Checked when it is made. Immutable.
 */
public record LabelRule(LabelKind kind, List<String> arguments) {
    public LabelRule {
        arguments = List.copyOf(arguments);
        kind.labels(new LabelArguments(kind.usage(), arguments), Price.MID);
    }

    /** Reads what {@link #text} writes. */
    public static LabelRule parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", 2);
        for (LabelKind kind : LabelKind.values()) {
            if (kind.text().equals(parts[0])) {
                return new LabelRule(kind, parts.length == 1
                        ? List.of()
                        : Arrays.stream(parts[1].split(",", -1)).map(String::strip).toList());
            }
        }
        throw new ConfigurationException("label '" + text + "' is of no known kind; write one of\n" + kinds());
    }

    /** A line for each kind: how it is written, what it asks. */
    public static String kinds() {
        return Arrays.stream(LabelKind.values()).map(kind -> "  " + kind.usage() + ": " + kind.description())
                .collect(Collectors.joining("\n"));
    }

    /** One rule of each kind that suits such prices, for audits. */
    public static List<LabelRule> ofEveryKind(Price price) {
        List<String> texts = switch (price) {
            case MID -> List.of("next-move", "horizon:10s", "triple-barrier:10s,1", "trend-scan:1s,3,10",
                    "cost-aware:10s,0");
            case CLOSE -> List.of("horizon:15m", "triple-barrier:15m,1", "trend-scan:1m,3,15", "cost-aware:15m,1");
        };
        return texts.stream().map(LabelRule::parse).toList();
    }

    /** Closes where rows are bar closes, else mids. */
    public static Price price(DecisionCadence cadence) {
        return cadence.onBars() ? Price.CLOSE : Price.MID;
    }

    /** New labels, for one pass over the events. */
    public Labels labels(Price price) {
        return kind.labels(new LabelArguments(kind.usage(), arguments), price);
    }

    /** Longest time from decision to label, which a purge should not fall below; 0: until the move comes. */
    public long spanNs() {
        return kind.spanNs(new LabelArguments(kind.usage(), arguments));
    }

    /** As configuration says it. */
    public String text() {
        return arguments.isEmpty() ? kind.text() : kind.text() + ":" + String.join(",", arguments);
    }

    @Override
    public String toString() {
        return text();
    }
}
