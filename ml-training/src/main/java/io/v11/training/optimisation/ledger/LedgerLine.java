package io.v11.training.optimisation.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.v11.training.optimisation.trial.Segment;
import io.v11.training.optimisation.trial.Trial;
import io.v11.training.optimisation.trial.Trial.Phase;

/**
 * A trial as text: {@code trial, number, phase, step, segment, from, to, values, measures, returns, checksum}, parted
 * by tabs; values by blanks, measures as {@code name=value}. Doubles as {@link Double#toString}, which gives them
 * back to the bit.
 */
record LedgerLine(int number, Phase phase, int step, Segment segment, List<String> values,
        SortedMap<String, Double> measures, int returns, long checksum) {
    static final String TRIAL = "trial\t";
    private static final int FIELDS = 11;

    static LedgerLine of(Trial trial, int returns, long checksum) {
        return new LedgerLine(trial.number(), trial.phase(), trial.step(), trial.segment(), trial.point().texts(),
                trial.outcome().measures(), returns, checksum);
    }

    static LedgerLine parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("a trial has " + FIELDS + " fields, not " + fields.length);
        }
        SortedMap<String, Double> measures = new TreeMap<>();
        for (String measure : fields[8].split(" ")) {
            int equals = measure.indexOf('=');
            if (equals > 0) {
                measures.put(measure.substring(0, equals), Double.valueOf(measure.substring(equals + 1)));
            }
        }
        return new LedgerLine(Integer.parseInt(fields[1]), Phase.valueOf(fields[2]), Integer.parseInt(fields[3]),
                new Segment(fields[4], Long.parseLong(fields[5]), Long.parseLong(fields[6])),
                Arrays.asList(fields[7].split(" ")), measures, Integer.parseInt(fields[9]),
                Long.parseLong(fields[10], 16));
    }

    String text() {
        return TRIAL + String.join("\t", Integer.toString(number), phase.name(), Integer.toString(step),
                segment.name(), Long.toString(segment.fromNs()), Long.toString(segment.toNs()),
                String.join(" ", values), measures.entrySet().stream().map(LedgerLine::text)
                        .collect(Collectors.joining(" ")),
                Integer.toString(returns), Long.toString(checksum, 16));
    }

    private static String text(Map.Entry<String, Double> measure) {
        return measure.getKey() + "=" + measure.getValue();
    }
}
