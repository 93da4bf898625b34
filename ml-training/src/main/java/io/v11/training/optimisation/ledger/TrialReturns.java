package io.v11.training.optimisation.ledger;

import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Returns by period of the trials of one search on one segment: the matrix that the probability of backtest
 * overfitting and White's reality check are made of.
 *
 * @param trials  numbers of those that have returns
 * @param returns one row for each of them
 */
public record TrialReturns(int[] trials, double[][] returns) {
    /** @param segment name, such as {@code train-0} */
    public static TrialReturns of(Path folder, String search, String segment) {
        List<Integer> numbers = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        try (ReturnsFile file = ReturnsFile.open(folder.resolve(search + Ledger.RETURNS), StandardOpenOption.READ)) {
            long first = 0;
            for (String text : ChainedLines.read(folder.resolve(search + Ledger.SUFFIX))) {
                if (text.startsWith(LedgerLine.TRIAL)) {
                    LedgerLine line = LedgerLine.parse(text);
                    if (line.returns() > 0 && line.segment().name().equals(segment)) {
                        numbers.add(line.number());
                        rows.add(file.read(first, line.returns(), line.checksum()));
                    }
                    first += line.returns();
                }
            }
        }
        return new TrialReturns(numbers.stream().mapToInt(Integer::intValue).toArray(), rows.toArray(double[][]::new));
    }
}
