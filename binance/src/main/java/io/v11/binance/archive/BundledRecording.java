package io.v11.binance.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instrument.Market;

/**
 * How the recording that ships with V11 is cut, so that anyone can make it again from the two public repositories
 * named in {@code recordings/README.md}. Training must only use what lies before {@link #NEXO_FROM} and {@link
 * #MAJORS_FROM}: what is after is what the shipped models are judged on.
 */
public final class BundledRecording {
    /** First instant of the NEXOUSDT cut: the last third of the 24 hours. */
    public static final Instant NEXO_FROM = Instant.parse("2024-07-24T08:00:00Z");
    /** First instant of the BTCUSDT and ETHUSDT cuts (recorder's clock, 1.27 s slow). */
    public static final Instant MAJORS_FROM = Instant.parse("2024-08-08T23:57:20Z");
    private static final Instant END = Instant.parse("2024-08-09T00:00:00Z");

    private BundledRecording() {
    }

    private record Cut(List<String> captures, String symbol, Market market, Instant from, String target) {
    }

    private static final List<Cut> CUTS = List.of(
            new Cut(List.of("spot/nexousdt_20240723.dat.gz", "spot/nexousdt_20240724.dat.gz"), "NEXOUSDT", Market.SPOT,
                    NEXO_FROM, "spot/nexousdt_20240724.dat.gz"),
            new Cut(List.of("spot/btcusdt_20240808.gz"), "BTCUSDT", Market.SPOT, MAJORS_FROM,
                    "spot/btcusdt_20240808.gz"),
            new Cut(List.of("spot/ethusdt_20240808.gz"), "ETHUSDT", Market.SPOT, MAJORS_FROM,
                    "spot/ethusdt_20240808.gz"),
            new Cut(List.of("usdm/btcusdt_20240808.gz"), "BTCUSDT", Market.USDM, MAJORS_FROM,
                    "usdm/btcusdt_20240808.gz"));

    /** Cuts every part of the recording into {@code target}. */
    public static List<RecordingSlicer.Slice> make(Path captures, Path target) {
        List<RecordingSlicer.Slice> slices = new ArrayList<>();
        for (Cut cut : CUTS) {
            slices.add(RecordingSlicer.slice(cut.captures().stream().map(captures::resolve).toList(),
                    anyInstrument(cut.symbol(), cut.market()), nanos(cut.from()), nanos(END),
                    target.resolve(cut.target())));
        }
        return slices;
    }

    /** {@code BundledRecording <folder with spot/ and usdm/ captures> <target folder>} */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("needed: <folder with spot/ and usdm/ captures> <target folder>");
        }
        make(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /** A cut copies lines: of the instrument only symbol and market count. */
    private static Instrument anyInstrument(String symbol, Market market) {
        Decimal step = Decimal.parse("0.00000001");
        return new Instrument(0, symbol, market, step, step, step, 0, 0, step, step);
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
