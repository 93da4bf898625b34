package io.v11.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.config.Configuration;
import io.v11.config.Profile;
import io.v11.engine.play.Span;
import io.v11.journal.event.TradingState;
import io.v11.training.backtest.account.Fill;
import io.v11.training.backtest.reading.AccountSeries;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.backtest.reading.Verdicts;
import io.v11.training.backtest.run.BacktestRun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Strategies that want four times the account in a collapse, long and short, with every limit out of the way but that of the
 * drawdown. Whatever they do, no event sees a fall of more than the limit and what closing costs at the venue's prices: half a
 * spread, slippage and fee of the largest gross. Prints a table.
 */
class DrawdownLimitIT {
    private static final double LIMIT = 0.08;
    private static final double BPS = 10_000.0;
    private static final double TAKER_BPS = 5.0;
    private static final int SEEDS = 2;
    /** At most a tenth of what trades is ours, so that large positions take their time in quiet minutes. */
    private static final long CLOSED_NS = 3_600_000_000_000L;
    private static final Map<String, String> RECKLESS = values("signal.size.mode=FIXED", "signal.size.notional=133000",
            "signal.size.deleverageFrom=0.99", "signal.size.deleverageTo=1.0", "risk.order.maximumNotional=400000",
            "risk.exposure.maximumGross=400000", "risk.exposure.maximumNet=400000",
            "risk.exposure.maximumInstrument=400000", "risk.exposure.maximumConcentration=4.0",
            "risk.exposure.maximumLeverage=4.0", "risk.breakers.dailyLossFraction=0.0", "risk.tail.bar=NONE",
            "risk.tail.reportBar=NONE", "risk.pace.notionalPerDay=0");
    private static final Map<String, String> MINUTES = values("decision.cadence=BAR_CLOSE",
            "risk.price.staleReferenceMs=120000");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldNotPassTheLimitByMoreThanClosingCostsOnMinutes(StressKlines event) {
        Path journal = event.minutes(folder);
        List<Outcome> outcomes = new ArrayList<>();
        for (int gapBps : new int[]{1000, 300}) {
            strategies(300, 4, "min").forEach((name, strategy) -> outcomes.add(play(journal, name, gapBps,
                    MINUTES, strategy)));
        }

        assertWithinLimit(outcomes);
        assertTrue(outcomes.stream().mapToDouble(Outcome::leverage).max().orElseThrow() > 2.0, "reckless enough");
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotPassTheLimitByMoreThanClosingCostsOnHours(StressKlines event) {
        Path journal = event.hours(folder);
        Map<String, Map<String, String>> strategies = strategies(4, 48, "hour");
        strategies.put("SLEEVES", values("signal.strategy=SLEEVES", "signal.sleeves.members=[TREND, EMA_BLEND]",
                "signal.sleeves.risk=1.0", "signal.sleeves.maximumGross=4.0", "signal.sleeves.warmUpBars=400",
                "signal.sleeves.volatilityBars=240", "signal.sleeves.riskBars=240"));
        List<Outcome> outcomes = new ArrayList<>();
        strategies.forEach((name, strategy) -> outcomes.add(play(journal, name, 1000, Map.of(), strategy)));

        assertWithinLimit(outcomes);
    }

    /** Without the bound on gross a bar can take equity far below the limit at once; what must happen then is that all is closed. */
    @ParameterizedTest
    @EnumSource
    void shouldBeFlatAfterTheHalt(StressKlines event) {
        Path journal = event.minutes(folder);
        double move = StressKlines.largestMove(journal);
        Map<String, Map<String, String>> strategies = strategies(300, 4, "min");
        int halted = 0;
        for (Map.Entry<String, Map<String, String>> strategy : strategies.entrySet()) {
            Outcome outcome = play(journal, strategy.getKey(), 0, MINUTES, strategy.getValue());
            System.out.println(outcome.text());
            halted += outcome.haltedNs > 0 ? 1 : 0;
            assertEquals(outcome.haltedNs > 0, outcome.fillsAfter > 0, outcome.text());
            assertTrue(outcome.haltedNs == 0 || outcome.leftE8 == 0, outcome.text());
            assertTrue(outcome.flatNs - outcome.haltedNs <= CLOSED_NS, outcome.text());
            assertTrue(outcome.drawdown <= outcome.allowed() + outcome.leverage * move, outcome.text());
        }
        assertTrue(halted >= strategies.size() - 1, halted + " halted");
    }

    private static void assertWithinLimit(List<Outcome> outcomes) {
        outcomes.forEach(outcome -> System.out.println(outcome.text()));
        for (Outcome outcome : outcomes) {
            assertTrue(outcome.drawdown <= outcome.allowed(), outcome.text());
            assertTrue(outcome.haltedNs == 0 || outcome.leftE8 == 0, outcome.text());
            assertTrue(outcome.fills > 0, outcome.text());
        }
        assertTrue(outcomes.stream().filter(outcome -> outcome.drawdown > 0.07).count() > outcomes.size() / 2,
                "the limit was hardly tried");
    }

    /** @param perDay lots a day and instrument  @param holdHours until the exit  @param bar of the rules */
    private static Map<String, Map<String, String>> strategies(int perDay, int holdHours, String bar) {
        Map<String, Map<String, String>> strategies = new LinkedHashMap<>();
        strategies.put("HOLD", values("signal.strategy=HOLD"));
        for (int seed = 1; seed <= SEEDS; seed++) {
            strategies.put("RANDOM-" + seed, values("signal.strategy=RANDOM", "signal.random.perDay=" + perDay,
                    "signal.random.holdMs=" + holdHours * 3_600_000L, "signal.random.seed=" + seed));
        }
        strategies.put("RULES", values("signal.strategy=RULES", "signal.rules.bar=" + bar));
        return strategies;
    }

    private Outcome play(Path journal, String name, int gapBps, Map<String, String> bars,
            Map<String, String> strategy) {
        Configuration configuration = Configuration.load(Bundled.ROOT.resolve("config"), "hours").with(RECKLESS)
                .with(bars).with(strategy).with(Map.of("risk.breakers.gapBps", gapBps + ".0"));
        String title = journal.getFileName() + " " + name + " gap " + gapBps;
        Path run = folder.resolve(title.replace(' ', '-'));
        new BacktestRun(configuration, Bundled.models(), journal, Span.ALL, List.of()).play(run, events -> {
        });
        return Outcome.of(title, configuration.profile(), RunReading.of(run));
    }

    private static Map<String, String> values(String... words) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            values.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        return values;
    }

    /**
     * What became of a run.
     *
     * @param leverage   largest gross, fraction of the capital
     * @param costBps    half a spread, slippage and fee of what is closed at the market
     * @param haltedNs   0: never
     * @param flatNs     last fill after the halt
     * @param fillsAfter after the halt
     * @param leftE8     gross at the end
     */
    private record Outcome(String title, double drawdown, double leverage, double costBps, long haltedNs, long flatNs,
            long fillsAfter, long fills, long leftE8) {
        static Outcome of(String title, Profile profile, RunReading run) {
            AccountSeries account = run.account();
            double leverage = 0.0;
            for (long grossE8 : account.grossE8()) {
                leverage = Math.max(leverage, grossE8 / (double) run.capitalE8());
            }
            long haltedNs = run.verdicts().states().stream().filter(state -> state.state() == TradingState.HALTED)
                    .mapToLong(Verdicts.StateChange::timeNs).findFirst().orElse(0L);
            List<Fill> after = run.fills().stream().filter(fill -> haltedNs > 0 && fill.timeNs() > haltedNs).toList();
            double costBps = profile.venue().bar().halfSpreadBps() + profile.venue().bar().slippageBps() + TAKER_BPS;
            return new Outcome(title, run.fall().fraction(), leverage, costBps, haltedNs,
                    after.isEmpty() ? haltedNs : after.getLast().timeNs(), after.size(), run.fillCount(),
                    account.grossE8()[account.points() - 1]);
        }

        double allowed() {
            return LIMIT + leverage * costBps / BPS;
        }

        String text() {
            return String.format(Locale.ROOT, "%-32s drawdown %6.3f %% (limit with costs %5.3f %%), gross up to %4.2f, "
                    + "halted %s, %d fills in %.3f s after, %d fills, %.2f left", title, 100 * drawdown,
                    100 * allowed(),
                    leverage, haltedNs == 0 ? "never" : Instant.ofEpochSecond(0, haltedNs), fillsAfter,
                    (flatNs - haltedNs) / 1e9, fills, leftE8 / 1e8);
        }
    }
}
