package io.v11.training.backtest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.ledger.DataIdentity;
import io.v11.training.optimisation.trial.Outcome;
import io.v11.training.optimisation.trial.Segment;
import io.v11.training.performance.luck.Trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrialBookTest {
    private static final Configuration HOURS = Configuration.load(Path.of("..", "config"), "hours");
    private static final Segment SPAN = new Segment("span", 1_000_000_000L, 9_000_000_000L);
    private static final Segment LATER = new Segment("span", 9_000_000_000L, 10_000_000_000L);
    private static final DataIdentity BTC = new DataIdentity("other-digest", List.of("BTCUSDT"));

    @TempDir
    private Path folder;

    private TrialBook book() {
        return new TrialBook(folder.resolve("own"), folder.resolve("shipped"));
    }

    private MarketJournal market() {
        return new MarketJournal(folder, 0L, 10_000_000_000L, List.of(0, 1), "0123456789abcdef");
    }

    private static Outcome sharpe(double daily) {
        return new Outcome(Map.of(Outcome.SHARPE, daily), new double[]{0.01, -0.01});
    }

    @Test
    void shouldCountABacktestOnceHoweverOftenItIsRun() {
        TrialBook book = book();
        book.record(market(), HOURS, SPAN, sharpe(0.1));
        book.record(market(), HOURS, SPAN, sharpe(0.1));
        assertEquals(1, book.trials(BTC, SPAN).count());

        book.record(market(), HOURS.with(Map.of("signal.sleeves.risk", "0.07")), SPAN, sharpe(0.3));

        Trials trials = book.trials(BTC, SPAN);
        assertEquals(2, trials.count());
        assertEquals(365.0 * 0.02, trials.annualVariance(), 1e-12);
        assertEquals(2, book.ledgers(BTC, SPAN).size());
        assertEquals(List.of(), book.ledgers(BTC, LATER), "another time");
        assertEquals(1, book.trials(BTC, LATER).count(), "the result itself");
        assertEquals(List.of(), book.ledgers(new DataIdentity("x", List.of("DOGEUSDT")), SPAN), "another market");
    }

    @Test
    void shouldCountWhatWasDeclaredOnce() throws IOException {
        Path csv = Files.writeString(folder.resolve("trials.csv"), "name,sharpe_daily\na,1.0\nb,-1.0\nc,0.0\n");

        assertEquals(3, book().declare("research", BTC, SPAN, csv));
        assertEquals(3, book().declare("research", BTC, SPAN, csv));

        assertEquals(3, book().trials(BTC, SPAN).count());
        assertEquals(1.0, book().trials(BTC, SPAN).annualVariance(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name;a | holds no trial",
        "name;a@x;1 | columns name and sharpe_daily are needed",
        "name;sharpe_daily@x;much | trials.csv:2: no number in column sharpe_daily",
        "name;sharpe_daily@x;1@y | trials.csv:3: 2 cells without quotes or commas"})
    void shouldRefuseWhatCannotBeCounted(String text, String reason) throws IOException {
        Path csv = Files.writeString(folder.resolve("trials.csv"), text.replace(';', ',').replace('@', '\n') + "\n");

        ConfigurationException refused = assertThrows(ConfigurationException.class,
                () -> book().declare("research", BTC, SPAN, csv));

        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }
}
