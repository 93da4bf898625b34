package io.v11.training.optimisation.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.v11.training.optimisation.trial.Outcome;
import io.v11.training.optimisation.trial.Segment;

/**
 * How often some data have been asked already: what the deflated Sharpe ratio (Bailey, Lopez de Prado 2014) has to
 * know. A trial counts when its data have an instrument or the digest in common with those in question and its
 * segment a moment; searches, choices among the best and failed trials all count. One that was tried twice counts
 * twice: the figure errs to the side of doubt.
 *
 * @param trials         of all ledgers of the folder
 * @param ledgers        names of those that hold one of them
 * @param sharpes        trials that have a measure {@value Outcome#SHARPE}
 * @param sharpeMean     of these; NaN when there is none
 * @param sharpeVariance of these, by n - 1, in squared units of the measure; NaN when there are fewer than two
 */
public record TrialCount(int trials, List<String> ledgers, int sharpes, double sharpeMean, double sharpeVariance) {
    /**
     * Reads every ledger of the folder; a damaged one is refused, as then the count is not known. None when there is
     * no folder.
     */
    public static TrialCount of(Path folder, DataIdentity data, Segment range) {
        int trials = 0;
        List<String> names = new ArrayList<>();
        List<Double> sharpes = new ArrayList<>();
        for (Path file : ledgers(folder)) {
            int before = trials;
            List<String> lines = ChainedLines.read(file);
            boolean tried = lines.stream().anyMatch(line -> line.startsWith(LedgerLine.TRIAL));
            if (!tried || !data.sharesWith(data(file, lines))) {
                continue;
            }
            for (String text : lines) {
                if (!text.startsWith(LedgerLine.TRIAL)) {
                    continue;
                }
                LedgerLine line = LedgerLine.parse(text);
                if (line.segment().overlaps(range)) {
                    trials++;
                    Double sharpe = line.measures().get(Outcome.SHARPE);
                    if (sharpe != null && Double.isFinite(sharpe)) {
                        sharpes.add(sharpe);
                    }
                }
            }
            if (trials > before) {
                names.add(file.getFileName().toString());
            }
        }
        double mean = sharpes.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double squares = 0.0;
        for (double sharpe : sharpes) {
            squares += (sharpe - mean) * (sharpe - mean);
        }
        return new TrialCount(trials, List.copyOf(names), sharpes.size(), mean,
                sharpes.size() < 2 ? Double.NaN : squares / (sharpes.size() - 1));
    }

    private static List<Path> ledgers(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(Ledger.SUFFIX)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static DataIdentity data(Path file, List<String> lines) {
        String digest = "";
        for (String line : lines) {
            if (line.startsWith(LedgerHeader.DATA)) {
                digest = line.substring(LedgerHeader.DATA.length());
            } else if (line.startsWith(LedgerHeader.INSTRUMENTS)) {
                return new DataIdentity(digest,
                        List.of(line.substring(LedgerHeader.INSTRUMENTS.length()).split(",")));
            }
        }
        throw new IllegalArgumentException(file + ": no line names its instruments; it is no ledger of this program");
    }
}
