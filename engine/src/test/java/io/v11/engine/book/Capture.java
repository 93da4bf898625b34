package io.v11.engine.book;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import io.v11.config.FixedPoint;
import io.v11.config.Limits;

/**
 * Turns a raw capture of Binance streams (format: the README of the binance-l2-raw set) into frames, slowly and simply:
 * an independent second reader for tests, which need not wait for the venue adapter.
 */
public final class Capture {
    /** Takes each frame; it is overwritten by the next. */
    public interface Frames {
        void onFrame(MarketFrames frame);
    }

    private final MarketFrames frames = new MarketFrames();
    private final Frames to;

    private Capture(Frames to) {
        this.to = to;
    }

    /** The folder binance-l2-raw, from property or environment V11_DATA or a shared/data folder above; empty when missing. */
    public static Optional<Path> folder() {
        String named = System.getProperty("V11_DATA", System.getenv("V11_DATA"));
        Path at = Path.of("").toAbsolutePath();
        Path found = named == null ? null : Path.of(named);
        while (found == null && at != null) {
            Path candidate = at.resolve("shared/data");
            found = Files.isDirectory(candidate) ? candidate : null;
            at = at.getParent();
        }
        return Optional.ofNullable(found).map(path -> path.resolve("binance-l2-raw")).filter(Files::isDirectory);
    }

    /** Reads up to {@code lines} lines of the files, one after the other, as events of {@code instrument}. */
    public static void read(List<Path> files, int instrument, long lines, Frames to) {
        Capture capture = new Capture(to);
        capture.frames.of(instrument);
        long left = lines;
        for (Path file : files) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null && left > 0; line = reader.readLine()) {
                    capture.onLine(line);
                    left--;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(file.toString(), e);
            }
        }
    }

    private void onLine(String line) {
        int blank = line.indexOf(' ');
        long time = Long.parseLong(line.substring(0, blank));
        frames.at(time < 10_000_000_000_000_000L ? time * 1000 : time);
        String json = line.substring(blank + 1).replace(" ", "");
        if (json.startsWith("{\"lastUpdateId\"")) {
            onLevels(json, true, number(json, "lastUpdateId"), 0, 0, "bids", "asks");
        } else if (json.contains("@depth")) {
            onLevels(json, false, number(json, "u"), number(json, "U"), number(json, "pu"), "b", "a");
        } else if (json.contains("@bookTicker")) {
            to.onFrame(frames.top(number(json, "u"), money(json, "b"), money(json, "B"), money(json, "a"),
                    money(json, "A")));
        } else if (json.contains("@trade")) {
            boolean buy = json.contains("\"m\":false");
            to.onFrame(frames.trade(number(json, "t"), money(json, "p"), money(json, "q"), buy));
        }
    }

    private void onLevels(String json, boolean snapshot, long last, long first, long previous, String bidKey,
            String askKey) {
        long[] bids = levels(json, bidKey);
        long[] asks = levels(json, askKey);
        int room = 2 * Limits.FRAME_LEVELS;
        int all = bids.length + asks.length;
        int index = 0;
        int at = 0;
        do {
            int end = Math.min(all, at + room);
            long[] bidPart = part(bids, at, end);
            long[] askPart = part(asks, at - bids.length, end - bids.length);
            boolean lastFrame = end == all;
            to.onFrame(snapshot
                    ? frames.snapshot(index, lastFrame, last, bidPart, askPart)
                    : frames.delta(index, lastFrame, first, last, previous, bidPart, askPart));
            index++;
            at = end;
        } while (at < all);
    }

    private static long[] part(long[] levels, int from, int to) {
        int start = Math.clamp(from, 0, levels.length);
        return Arrays.copyOfRange(levels, start, Math.max(start, Math.clamp(to, 0, levels.length)));
    }

    private static long number(String json, String key) {
        int at = json.lastIndexOf("\"" + key + "\":");
        if (at < 0) {
            return -1L;
        }
        int from = at + key.length() + 3;
        int end = from;
        while (Character.isDigit(json.charAt(end))) {
            end++;
        }
        return Long.parseLong(json.substring(from, end));
    }

    private static long money(String json, String key) {
        int from = json.lastIndexOf("\"" + key + "\":\"") + key.length() + 4;
        return FixedPoint.parse(json.substring(from, json.indexOf('"', from)));
    }

    private static long[] levels(String json, String key) {
        int from = json.indexOf("\"" + key + "\":[") + key.length() + 4;
        int end = json.startsWith("]", from) ? from : json.indexOf("]]", from);
        String[] texts = json.substring(from, end).replaceAll("[\\[\\]\"]", "").split(",");
        if (texts.length < 2) {
            return MarketFrames.NONE;
        }
        long[] levels = new long[texts.length];
        for (int i = 0; i < texts.length; i++) {
            levels[i] = FixedPoint.parse(texts[i]);
        }
        return levels;
    }
}
