package io.v11.training.optimisation.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.trial.Segment;

/**
 * Who read held-out data, and when. Data that were read once are no longer held out; a later reading is not
 * forbidden, for nobody could enforce it, but written down and counted. The line is on disk before the data are read,
 * so that a process that dies leaves its reading behind.
 */
public final class HoldoutLog {
    private static final String FILE = "holdout.log";
    private static final String READ = "read";
    private static final int FIELDS = 9;

    private HoldoutLog() {
    }

    /**
     * Must be called before the holdout is read.
     *
     * @param who    reads, such as a user's name; blanks are allowed
     * @param at     when, as the caller's clock says; not a part of anything that is compared
     * @param search that the point comes from
     * @return how often, this time included, some moment of the range has been read: 1 when it was untouched
     */
    public static int record(Path folder, String who, String at, String search, DataIdentity data, Segment range,
            Point point) {
        try (ChainedLines lines = ChainedLines.open(folder.resolve(FILE))) {
            lines.append(String.join("\t", READ, word(who), word(at), search, data.digest(),
                    String.join(",", data.instruments()), Long.toString(range.fromNs()), Long.toString(range.toNs()),
                    word(point.toString())));
            lines.force();
            return overlapping(lines.lines(), data, range).size();
        }
    }

    /** Readings so far of the range or of a part of it. */
    public static int readings(Path folder, DataIdentity data, Segment range) {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? overlapping(ChainedLines.read(file), data, range).size() : 0;
    }

    private static List<String> overlapping(List<String> lines, DataIdentity data, Segment range) {
        List<String> found = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            if (fields.length != FIELDS) {
                throw new IllegalArgumentException(FILE + ":" + (lines.indexOf(line) + 1) + ": has "
                        + fields.length + " fields, not " + FIELDS);
            }
            Segment read = new Segment(READ, Long.parseLong(fields[6]), Long.parseLong(fields[7]));
            if (read.overlaps(range) && data.sharesWith(new DataIdentity(fields[4], List.of(fields[5].split(","))))) {
                found.add(line);
            }
        }
        return found;
    }

    private static String word(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
