package io.v11.engine.venue.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.config.ConfigurationException;
import io.v11.config.VenueSettings.Latency;
import io.v11.engine.trading.AllocatedBytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LatencyModelTest {
    private static final long MS = 1_000_000L;

    @TempDir
    private Path folder;

    private LatencyModel empirical(String text, long seed) throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), text);
        return LatencyModel.of(new Latency(Latency.Model.EMPIRICAL, 0, file.toString(), seed, 0.0, 1), new LoadMeter());
    }

    @Test
    void shouldAlwaysTakeTheConstant() {
        LatencyModel model = LatencyModel.of(Latency.constant(2_000), new LoadMeter());

        assertEquals(2 * MS, model.latencyNs(7, 9));
        assertEquals(2 * MS, model.minimumNs());
    }

    @Test
    void shouldDrawFromTheHistogramInItsProportions() throws IOException {
        LatencyModel model = empirical("latencyUs,count\n300,10\n100,70\n250.5,20\n", 3L);
        TreeMap<Long, Integer> drawn = new TreeMap<>();
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            drawn.merge(model.latencyNs(i, 1_000L * i), 1, Integer::sum);
        }

        assertEquals(java.util.Set.of(100_000L, 250_500L, 300_000L), drawn.keySet());
        // Standard deviation of a share is at most sqrt(0.21 / 100,000) = 0.15 %.
        assertEquals(0.7, drawn.get(100_000L) / (double) draws, 0.01);
        assertEquals(0.2, drawn.get(250_500L) / (double) draws, 0.01);
        assertEquals(100_000L, model.minimumNs());
    }

    @Test
    void shouldDrawTheSameInWhateverOrderItIsAsked() throws IOException {
        StringBuilder text = new StringBuilder("latencyUs\n");
        for (int i = 0; i < 500; i++) {
            text.append(100 + i).append('\n');
        }
        LatencyModel one = empirical(text.toString(), 5L);
        LatencyModel other = empirical(text.toString(), 5L);
        LatencyModel seeded = empirical(text.toString(), 6L);
        int differing = 0;
        for (int i = 0; i < 1_000; i++) {
            other.latencyNs(999 - i, i);
            differing += one.latencyNs(i, 17) == seeded.latencyNs(i, 17) ? 0 : 1;
            assertEquals(one.latencyNs(i, 17), other.latencyNs(i, 17));
        }

        assertTrue(differing > 900, "the seed matters: " + differing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ms | needs the head", "latencyUs | needs the head",
        "latencyUs;10;x | own.csv:3: 'x' is no latency", "latencyUs;-1 | own.csv:2: '-1' must be microseconds",
        "latencyUs,count;10,0 | and a count above 0", "latencyUs,count;10 | own.csv:2: '10' is no latency"})
    void shouldRefuseAFileThatItCannotUse(String lines, String message) {
        ConfigurationException failure = assertThrows(ConfigurationException.class,
                () -> empirical(lines.replace(';', '\n'), 1L));

        assertTrue(failure.getMessage().contains(message), failure.getMessage());
    }

    @Test
    void shouldNameTheFileThatIsNotThere() {
        ConfigurationException failure = assertThrows(ConfigurationException.class, () -> LatencyModel
                .of(new Latency(Latency.Model.EMPIRICAL, 0, "no/such.csv", 1L, 0.0, 1), new LoadMeter()));

        assertTrue(failure.getMessage().contains("no/such.csv"), failure.getMessage());
    }

    @Test
    void shouldGrowWithTheLoadOfTheWholeMillisecondsBefore() {
        LoadMeter load = new LoadMeter();
        LatencyModel model = LatencyModel.of(new Latency(Latency.Model.LOAD, 500, "NONE", 0L, 100.0, 4), load);
        for (int i = 0; i < 8; i++) {
            load.onEvent(10 * MS + i);
        }
        load.onEvent(12 * MS);

        assertEquals(500_000L, model.latencyNs(1, 10 * MS + 5), "the running millisecond does not count");
        // 8 events in 4 ms: 2 a ms, 200 us more; then 9 in 4 ms; then the eight have left the window.
        assertEquals(700_000L, model.latencyNs(1, 11 * MS));
        assertEquals(725_000L, model.latencyNs(1, 13 * MS));
        assertEquals(525_000L, model.latencyNs(1, 15 * MS));
        assertEquals(500_000L, model.minimumNs());
    }

    @Test
    void shouldSayTheSameOfATimeHoweverFarThePlayHasGone() {
        LoadMeter load = new LoadMeter();
        for (int i = 0; i < 100; i++) {
            load.onEvent(i * MS / 3);
        }
        double before = load.perMs(20 * MS, 10);
        for (int i = 100; i < 20_000; i++) {
            load.onEvent(i * MS / 3);
        }

        assertEquals(3.0, before, 0.11);
        assertEquals(before, load.perMs(20 * MS, 10));
        assertEquals(0.0, load.perMs(-20 * MS, 10), "what it never saw");
    }

    @Test
    void shouldAllocateNothing() throws IOException {
        LoadMeter load = new LoadMeter();
        LatencyModel loaded = LatencyModel.of(new Latency(Latency.Model.LOAD, 500, "NONE", 0L, 100.0, 10), load);
        LatencyModel drawn = empirical("latencyUs\n1\n2\n3\n", 1L);
        long[] sum = {0};

        assertEquals(0L, AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 1_000; i++) {
                load.onEvent(i * MS);
                sum[0] += loaded.latencyNs(i, i * MS) + drawn.latencyNs(i, i);
            }
        }));
        assertTrue(sum[0] > 0);
    }
}
