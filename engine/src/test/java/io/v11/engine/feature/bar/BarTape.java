package io.v11.engine.feature.bar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;

/** A series of bars for the oracles of the indicators: as the engine gets them, and as arrays of doubles. */
public final class BarTape {
    private static final long MILLISECOND_NS = 1_000_000L;
    /** 2024-01-01, a Monday. */
    private static final long MONDAY_NS = 1_704_067_200_000L * MILLISECOND_NS;

    public final BarLength length;
    public final List<MarketView.Bar> bars;
    public final double[] open;
    public final double[] high;
    public final double[] low;
    public final double[] close;
    public final double[] volume;
    public final double[] buyVolume;
    public final double[] quoteVolume;
    public final double[] trades;

    private BarTape(BarLength length, List<MarketView.Bar> bars) {
        this.length = length;
        this.bars = List.copyOf(bars);
        open = bars.stream().mapToDouble(bar -> FixedPoint.toDouble(bar.openE8)).toArray();
        high = bars.stream().mapToDouble(bar -> FixedPoint.toDouble(bar.highE8)).toArray();
        low = bars.stream().mapToDouble(bar -> FixedPoint.toDouble(bar.lowE8)).toArray();
        close = bars.stream().mapToDouble(bar -> FixedPoint.toDouble(bar.closeE8)).toArray();
        volume = bars.stream().mapToDouble(bar -> FixedPoint.toDouble(bar.volumeE8)).toArray();
        buyVolume = bars.stream().mapToDouble(bar -> FixedPoint.toDouble(bar.buyVolumeE8)).toArray();
        quoteVolume = bars.stream().mapToDouble(bar -> bar.quoteVolume).toArray();
        trades = bars.stream().mapToDouble(bar -> bar.trades).toArray();
    }

    public int size() {
        return bars.size();
    }

    /** A random walk on a coarse grid from a Monday on: ties, flat bars and bars without a trade come up. */
    public static BarTape synthetic(BarLength length, long seed, int size) {
        Random random = new Random(seed);
        List<MarketView.Bar> bars = new ArrayList<>();
        long close = 10_000;
        for (int i = 0; i < size; i++) {
            boolean empty = random.nextInt(50) == 0;
            MarketView.Bar bar = new MarketView.Bar();
            bar.openTimeNs = MONDAY_NS + i * length.timeNs();
            long open = empty ? close : close + random.nextInt(3) - 1;
            close = empty ? close : open + Math.round(random.nextGaussian() * 6);
            bar.openE8 = open * 1_000_000L;
            bar.closeE8 = close * 1_000_000L;
            bar.highE8 = (Math.max(open, close) + (empty ? 0 : random.nextInt(5))) * 1_000_000L;
            bar.lowE8 = (Math.min(open, close) - (empty ? 0 : random.nextInt(5))) * 1_000_000L;
            bar.trades = empty ? 0 : 1 + random.nextInt(200);
            bar.volumeE8 = bar.trades * (1 + random.nextInt(300_000_000));
            bar.buyVolumeE8 = (long) (bar.volumeE8 * random.nextDouble());
            bar.quoteVolume = FixedPoint.toDouble(bar.volumeE8)
                    * FixedPoint.toDouble(bar.lowE8 + (long) ((bar.highE8 - bar.lowE8) * random.nextDouble()));
            bars.add(bar);
        }
        return new BarTape(length, bars);
    }

    /** As {@link #synthetic}, the close standing still from one bar on for a while. */
    public BarTape still(int from, int count) {
        List<MarketView.Bar> copies = new ArrayList<>();
        for (MarketView.Bar bar : bars) {
            MarketView.Bar copy = new MarketView.Bar();
            copy.copyFrom(bar);
            int i = copies.size();
            if (i >= from && i < from + count) {
                long price = bars.get(from - 1).closeE8;
                copy.openE8 = price;
                copy.highE8 = price;
                copy.lowE8 = price;
                copy.closeE8 = price;
                copy.volumeE8 = 0;
                copy.buyVolumeE8 = 0;
                copy.quoteVolume = 0;
                copy.trades = 0;
            }
            copies.add(copy);
        }
        return new BarTape(length, copies);
    }

    /** Without the first bars. */
    public BarTape from(int first) {
        return new BarTape(length, bars.subList(first, bars.size()));
    }

    /** Bars of 1 min of the set binance-spot-klines-1m; empty when the shared data are missing. */
    public static Optional<BarTape> klines(String symbol) {
        return klines("binance-spot-klines-1m", symbol, "");
    }

    /** Bars of 1 min of a set, of the files whose names hold {@code part}; empty when the shared data are missing. */
    public static Optional<BarTape> klines(String set, String symbol, String part) {
        Path folder = folder(set).resolve(symbol);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<MarketView.Bar> bars = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".zip") && path.toString().contains(part))
                    .sorted().toList()) {
                read(file, bars);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new BarTape(BarLength.MINUTE, bars));
    }

    /** The bars gathered into longer ones; the last is dropped unless whole. */
    public BarTape gathered(BarLength longer) {
        List<MarketView.Bar> gathered = new ArrayList<>();
        MarketView.Bar whole = null;
        for (MarketView.Bar bar : bars) {
            if (whole == null || bar.openTimeNs - whole.openTimeNs >= longer.timeNs()) {
                whole = new MarketView.Bar();
                whole.copyFrom(bar);
                whole.openTimeNs = bar.openTimeNs - Math.floorMod(bar.openTimeNs, longer.timeNs());
                gathered.add(whole);
            } else {
                whole.highE8 = Math.max(whole.highE8, bar.highE8);
                whole.lowE8 = Math.min(whole.lowE8, bar.lowE8);
                whole.closeE8 = bar.closeE8;
                whole.volumeE8 += bar.volumeE8;
                whole.buyVolumeE8 += bar.buyVolumeE8;
                whole.quoteVolume += bar.quoteVolume;
                whole.trades += bar.trades;
            }
        }
        return new BarTape(longer, gathered.subList(0, gathered.size() - 1));
    }

    private static Path folder(String set) {
        String named = System.getProperty("V11_DATA", System.getenv("V11_DATA"));
        if (named != null) {
            return Path.of(named, set);
        }
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/data"))) {
            at = at.getParent();
        }
        return at == null ? Path.of("missing") : at.resolve("shared/data").resolve(set);
    }

    private static void read(Path zip, List<MarketView.Bar> bars) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            entries.getNextEntry();
            BufferedReader lines = new BufferedReader(new InputStreamReader(entries, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split(",");
                MarketView.Bar bar = new MarketView.Bar();
                bar.openTimeNs = Long.parseLong(columns[0]) * MILLISECOND_NS;
                bar.openE8 = FixedPoint.parse(columns[1]);
                bar.highE8 = FixedPoint.parse(columns[2]);
                bar.lowE8 = FixedPoint.parse(columns[3]);
                bar.closeE8 = FixedPoint.parse(columns[4]);
                bar.volumeE8 = FixedPoint.parse(columns[5]);
                bar.quoteVolume = Double.parseDouble(columns[7]);
                bar.trades = Long.parseLong(columns[8]);
                bar.buyVolumeE8 = FixedPoint.parse(columns[9]);
                bars.add(bar);
            }
        }
    }
}
