package io.v11.engine.feature.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.v11.config.Decimal;
import io.v11.config.ExternalSeries;
import io.v11.config.Instrument;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.feature.group.Moment;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Values from outside: nothing before its publication, nothing after its time, and what was made of the rest. */
class ExternalFeaturesTest {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final Instrument INSTRUMENT = new Instrument(0, "RNDUSDT", Instrument.Market.SPOT, new Decimal(1),
            new Decimal(1), new Decimal(1), 0, 0, new Decimal(1), new Decimal(1));

    private final FeatureContext context = new FeatureContext(INSTRUMENT);
    private final ExternalFeatures markets = ExternalFeatures.markets(context);
    private final ExternalFeatures economy = ExternalFeatures.economy(context);
    private final Moment moment = new Moment(1);

    private void publish(ExternalSeries series, long periodDay, double value, long timeNs) {
        context.surroundings().onExternalValue(series.id(), periodDay * DAY_NS, value, timeNs);
    }

    private FeatureVector vector(ExternalFeatures group, long timeNs) {
        FeatureVector vector = new FeatureVector(group.features().size());
        moment.timeNs = timeNs;
        group.write(vector, 0, moment);
        return vector;
    }

    private static int index(ExternalFeatures group, String name) {
        List<String> names = group.features().stream().map(Feature::name).toList();
        assertTrue(names.contains(name), name);
        return names.indexOf(name);
    }

    private double value(ExternalFeatures group, String name, long timeNs) {
        FeatureVector vector = vector(group, timeNs);
        assertTrue(vector.isValid(index(group, name)), name + " " + vector.cause(index(group, name)));
        return vector.value(index(group, name));
    }

    private Invalidity cause(ExternalFeatures group, String name, long timeNs) {
        FeatureVector vector = vector(group, timeNs);
        assertTrue(!vector.isValid(index(group, name)), name + " is valid");
        return vector.cause(index(group, name));
    }

    @Test
    void shouldKnowNothingBeforeAPublication() {
        for (int i = 0; i < markets.features().size(); i++) {
            assertEquals(Invalidity.NOT_WARM, vector(markets, 0).cause(i));
        }
        publish(ExternalSeries.VIX, 10, 17.5, 11 * DAY_NS);

        assertEquals(0.175, value(markets, "vix", 11 * DAY_NS), 1e-12);
        assertEquals(Invalidity.NOT_WARM, cause(markets, "vix_change_1", 11 * DAY_NS));
        assertEquals(0, vector(economy, 11 * DAY_NS).validCount());
    }

    @Test
    void shouldGiveChangesOverPublications() {
        double[] closes = {4000, 4040, 4080, 4120, 4160, 4242, 4284.42};
        for (int i = 0; i < closes.length; i++) {
            publish(ExternalSeries.SPX, 10 + i, closes[i], (11 + i) * DAY_NS);
        }
        assertEquals(1.0, value(markets, "spx_change_1_percent", 17 * DAY_NS), 1e-9);
        assertEquals((4284.42 / 4040 - 1) * 100, value(markets, "spx_change_5_percent", 17 * DAY_NS), 1e-9);
        publish(ExternalSeries.DFF, 10, 5.25, 12 * DAY_NS);
        publish(ExternalSeries.FEAR_GREED, 10, 20, 10 * DAY_NS);
        publish(ExternalSeries.FEAR_GREED, 11, 74, 11 * DAY_NS);
        assertEquals(5.25, value(economy, "policy_rate", 12 * DAY_NS));
        assertEquals(0.54, value(economy, "fear_greed_change_1", 12 * DAY_NS), 1e-12);
        assertEquals(Invalidity.NOT_WARM, cause(economy, "policy_rate_change_30", 12 * DAY_NS));
    }

    @Test
    void shouldGoStaleAndComeBack() {
        publish(ExternalSeries.VIX, 10, 17.5, 11 * DAY_NS);
        long lastNs = 11 * DAY_NS + ExternalSeries.VIX.staleAfterNs();

        assertEquals(0.175, value(markets, "vix", lastNs), 1e-12);
        assertEquals(Invalidity.STALE, cause(markets, "vix", lastNs + 1));
        assertEquals(0.0, vector(markets, lastNs + 1).value(index(markets, "vix")));

        publish(ExternalSeries.VIX, 20, 19.0, lastNs + 2);
        assertEquals(0.19, value(markets, "vix", lastNs + 2), 1e-12);
        assertEquals(0.015, value(markets, "vix_change_1", lastNs + 2), 1e-12);
    }

    @Test
    void shouldTakeRevisionsAndLeaveOutThePast() {
        publish(ExternalSeries.UNRATE, 31, 3.9, 40 * DAY_NS);
        publish(ExternalSeries.UNRATE, 31, 3.8, 41 * DAY_NS);
        assertEquals(3.8, value(economy, "unemployment", 41 * DAY_NS));

        publish(ExternalSeries.UNRATE, 1, 9.9, 42 * DAY_NS);
        assertEquals(3.8, value(economy, "unemployment", 42 * DAY_NS));
        assertEquals(Invalidity.NOT_WARM, cause(economy, "unemployment_change_12", 42 * DAY_NS));
    }

    @Test
    void shouldNotDivideByAPriceBelowZero() {
        publish(ExternalSeries.OIL, 10, -37.63, 11 * DAY_NS);
        publish(ExternalSeries.OIL, 11, 10.01, 12 * DAY_NS);

        assertEquals(Invalidity.UNDEFINED, cause(markets, "oil_change_1_percent", 12 * DAY_NS));
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        int unknown = ExternalSeries.count();

        assertThrows(IllegalStateException.class,
                () -> context.surroundings().onExternalValue(unknown, 0L, 1.0, 0L));
        assertThrows(IllegalStateException.class,
                () -> context.surroundings().onExternalValue(0, 0L, Double.NaN, 0L));
    }

    @Test
    void shouldForgetOnResetAndHashWhatItHeard() {
        long empty = context.surroundings().stateHash(1L);
        publish(ExternalSeries.VIX, 10, 17.5, 11 * DAY_NS);
        long heard = context.surroundings().stateHash(1L);
        assertNotEquals(empty, heard);

        vector(markets, 12 * DAY_NS);
        assertEquals(heard, context.surroundings().stateHash(1L));
        context.surroundings().reset();
        assertEquals(empty, context.surroundings().stateHash(1L));
        assertEquals(0, vector(markets, 12 * DAY_NS).validCount());
    }

    /** One row of a file with the time at which it is known. */
    private record Row(ExternalSeries series, LocalDate period, double value, long publishedNs) {
    }

    @Test
    void shouldEqualABatchOverTheFiles() throws IOException {
        List<Row> rows = new ArrayList<>();
        Set<ExternalSeries> used = EnumSet.noneOf(ExternalSeries.class);
        for (ExternalFeatures group : List.of(markets, economy)) {
            group.readings().forEach(reading -> used.add(reading.series()));
        }
        for (ExternalSeries series : used) {
            rows.addAll(read(series));
        }
        rows.sort(Comparator.comparingLong(Row::publishedNs).thenComparing(Row::series).thenComparing(Row::period));
        Random random = new Random(1);
        Set<String> compared = new HashSet<>();
        int next = 0;
        for (long timeNs = nanos(LocalDate.of(2021, 6, 1)); timeNs < nanos(LocalDate.of(2024, 2, 20));) {
            timeNs += (long) (random.nextDouble() * 6 * DAY_NS);
            for (; next < rows.size() && rows.get(next).publishedNs() <= timeNs; next++) {
                Row row = rows.get(next);
                publish(row.series(), row.period().toEpochDay(), row.value(), row.publishedNs());
            }
            for (ExternalFeatures group : List.of(markets, economy)) {
                compare(group, vector(group, timeNs), rows, timeNs, compared);
            }
        }
        assertEquals(markets.features().size() + economy.features().size(), compared.size(), compared.toString());
    }

    private static void compare(ExternalFeatures group, FeatureVector vector, List<Row> rows, long timeNs,
            Set<String> compared) {
        for (Reading reading : group.readings()) {
            int at = index(group, reading.name());
            List<Row> known = rows.stream().filter(row -> row.series() == reading.series())
                    .filter(row -> row.publishedNs() <= timeNs).sorted(Comparator.comparing(Row::period)).toList();
            String what = reading.name() + " at " + timeNs;
            if (known.size() <= reading.back()) {
                assertEquals(Invalidity.NOT_WARM, vector.cause(at), what);
            } else if (timeNs - known.getLast().publishedNs() > reading.series().staleAfterNs()) {
                assertEquals(Invalidity.STALE, vector.cause(at), what);
                assertTrue(!vector.isValid(at), what);
            } else {
                double x = known.getLast().value();
                double y = known.get(known.size() - 1 - reading.back()).value();
                double value = switch (reading.kind()) {
                    case LEVEL -> x;
                    case DIFFERENCE -> x - y;
                    case CHANGE -> x / y - 1;
                };
                assertTrue(vector.isValid(at), what + " " + vector.cause(at));
                assertEquals(value * reading.scale(), vector.value(at), 1e-9 * Math.max(1, Math.abs(x)), what);
                compared.add(reading.name());
            }
        }
    }

    private static List<Row> read(ExternalSeries series) throws IOException {
        Path data = data();
        Assumptions.assumeTrue(data != null, "skipped: no shared data; set V11_DATA to the folder of the data sets");
        for (String set : List.of("cross-market-daily", "crypto-sentiment-daily", "macro-fred")) {
            Path file = data.resolve(set).resolve(series.fileName());
            if (Files.exists(file)) {
                List<Row> rows = new ArrayList<>();
                List<String> lines = Files.readAllLines(file);
                int column = List.of(lines.getFirst().split(",")).stream().filter(series::isColumn).findFirst()
                        .map(name -> List.of(lines.getFirst().split(",")).indexOf(name)).orElseThrow();
                for (String line : lines.subList(1, lines.size())) {
                    String[] cells = line.split(",", -1);
                    LocalDate period = LocalDate.parse(cells[0].substring(0, 10));
                    if (period.getYear() >= 2020 && !cells[column].isBlank()) {
                        rows.add(new Row(series, period, Double.parseDouble(cells[column]),
                                series.publishedNs(period)));
                    }
                }
                return rows;
            }
        }
        throw new IllegalStateException("no file for " + series);
    }

    private static Path data() {
        String named = System.getProperty("V11_DATA", System.getenv("V11_DATA"));
        if (named != null) {
            return Path.of(named);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data"))) {
                return at.resolve("shared/data");
            }
        }
        return null;
    }

    private static long nanos(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L;
    }
}
