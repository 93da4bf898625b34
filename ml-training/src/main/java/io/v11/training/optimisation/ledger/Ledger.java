package io.v11.training.optimisation.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.trial.Outcome;
import io.v11.training.optimisation.trial.Trial;

/**
 * The trials of one search, on disk. Opened again it holds those that were whole when its process died, and goes on
 * behind them. Confined to one thread.
 */
public final class Ledger implements AutoCloseable {
    public static final String SUFFIX = ".ledger";
    static final String RETURNS = ".returns";

    private final ChainedLines lines;
    private final ReturnsFile returns;
    private final List<Trial> trials = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private long written;

    private record Place(long first, int count, long checksum) {
    }

    private Ledger(ChainedLines lines, ReturnsFile returns) {
        this.lines = lines;
        this.returns = returns;
    }

    /** @param header must be what the ledger was begun with, when it is there already */
    public static Ledger open(Path folder, LedgerHeader header) {
        Path file = folder.resolve(header.name() + SUFFIX);
        ChainedLines lines = ChainedLines.open(file);
        try {
            Ledger ledger = new Ledger(lines, ReturnsFile.toAppend(folder.resolve(header.name() + RETURNS)));
            ledger.begin(file, header);
            return ledger;
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    private void begin(Path file, LedgerHeader header) {
        List<String> expected = header.lines();
        List<String> found = lines.lines();
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            if (!expected.get(i).equals(found.get(i))) {
                throw new ConfigurationException(file + ":" + (i + 1) + ": the ledger was begun with '"
                        + found.get(i).replace('\t', ' ') + "', this search has '"
                        + expected.get(i).replace('\t', ' ')
                        + "'; give the search another name: ledgers are kept, as every trial counts");
            }
        }
        for (int i = found.size(); i < expected.size(); i++) {
            lines.append(expected.get(i));
        }
        for (int i = expected.size(); i < found.size(); i++) {
            trials.add(parse(file, i, header, found.get(i)));
        }
        returns.cut(written);
    }

    private Trial parse(Path file, int index, LedgerHeader header, String text) {
        try {
            LedgerLine line = LedgerLine.parse(text);
            place(line.returns(), line.checksum());
            returns(trials.size());
            if (line.number() != trials.size()) {
                throw new IllegalArgumentException("trial " + trials.size() + " is expected");
            }
            return new Trial(line.number(), line.phase(), line.step(), line.segment(),
                    header.space().parse(line.values()), new Outcome(line.measures(), new double[0]));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ":" + (index + 1) + ": " + e.getMessage(), e);
        }
    }

    /** In the order of their numbers, without returns: {@link TrialReturns} has them. */
    public List<Trial> trials() {
        return Collections.unmodifiableList(trials);
    }

    /** The next number. */
    public void append(Trial trial) {
        if (trial.number() != trials.size()) {
            throw new IllegalArgumentException("trial " + trials.size() + " comes next, not " + trial.number());
        }
        double[] values = trial.outcome().returns();
        long checksum = returns.append(values);
        lines.append(LedgerLine.of(trial, values.length, checksum).text());
        place(values.length, checksum);
        trials.add(trial.withoutReturns());
    }

    private void place(int count, long checksum) {
        places.add(new Place(written, count, checksum));
        written += count;
    }

    /** Of one trial, from disk. */
    public double[] returns(int number) {
        Place place = places.get(number);
        return returns.read(place.first, place.count, place.checksum);
    }

    /** From here on the trials survive the machine's death too. */
    public void force() {
        returns.force();
        lines.force();
    }

    @Override
    public void close() {
        returns.close();
        lines.close();
    }
}
