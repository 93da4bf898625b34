package io.v11.binance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.config.FixedPoint;
import io.v11.config.Instrument.Market;
import io.v11.config.Limits;
import io.v11.journal.event.BookDeltaDecoder;
import io.v11.journal.event.EventHeaderDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

class StreamMessagePropertyTest {
    private static final int CASES = 2_000;

    @Test
    void shouldGiveBackEveryRandomDepthMessage() {
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean futures = random.nextBoolean();
            List<long[]> bids = levels(random);
            List<long[]> asks = levels(random);
            String json = depth(random, futures, bids, asks);

            RecordedEvents events = parse(futures, json.getBytes(StandardCharsets.UTF_8));

            assertRoundTrip("seed " + seed, events, futures, bids, asks);
        }
    }

    @Test
    void shouldFailOnlyInTheDocumentedWayOnMutatedMessages() {
        int refused = 0;
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] json = depth(random, false, levels(random), levels(random)).getBytes(StandardCharsets.UTF_8);
            byte[] mutated = random.nextBoolean()
                    ? java.util.Arrays.copyOf(json, random.nextInt(json.length))
                    : json;
            for (int i = random.nextInt(4); i > 0 && mutated.length > 0; i--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                parse(false, mutated);
            } catch (MalformedMessageException expected) {
                refused++;
            } catch (RuntimeException unexpected) {
                fail("seed " + seed + ": " + new String(mutated, StandardCharsets.ISO_8859_1), unexpected);
            }
        }
        assertTrue(refused > CASES / 2, "only " + refused + " refused");
    }

    private static RecordedEvents parse(boolean futures, byte[] json) {
        RecordedEvents events = new RecordedEvents();
        Market market = futures ? Market.USDM : Market.SPOT;
        new StreamMessageParser(TestInstruments.find("BTCUSDT", market)).parse(json, 0, json.length, 1, events);
        return events;
    }

    private static List<long[]> levels(SplittableRandom random) {
        List<long[]> levels = new ArrayList<>();
        int count = random.nextInt(10) == 0 ? random.nextInt(500) : random.nextInt(30);
        for (int i = 0; i < count; i++) {
            levels.add(new long[]{random.nextLong(1L << random.nextInt(1, 62)),
                random.nextBoolean() ? 0 : random.nextLong(1L << random.nextInt(1, 62))});
        }
        return levels;
    }

    /** Fields in random order, blanks in random places, decimals with and without their zeros. */
    private static String depth(SplittableRandom random, boolean futures, List<long[]> bids, List<long[]> asks) {
        List<String> fields = new ArrayList<>(
                List.of("\"e\":\"depthUpdate\"", "\"E\":1721749183710", "\"s\" : \"BTCUSDT\"",
                        "\"U\":100", "\"u\":\t205", "\"b\":" + side(random, bids), "\"a\": " + side(random, asks)));
        if (futures) {
            fields.add("\"pu\":99");
        }
        for (int i = fields.size() - 1; i > 0; i--) {
            Collections.swap(fields, i, random.nextInt(i + 1));
        }
        String data = "{" + String.join(random.nextBoolean() ? "," : " , ", fields) + "}";
        return random.nextBoolean() ? data : "{\"stream\":\"btcusdt@depth@100ms\",\"data\":" + data + "}";
    }

    private static String side(SplittableRandom random, List<long[]> levels) {
        List<String> texts = new ArrayList<>();
        for (long[] level : levels) {
            texts.add("[" + decimal(random, level[0]) + "," + decimal(random, level[1]) + "]");
        }
        return "[" + String.join(",", texts) + "]";
    }

    private static String decimal(SplittableRandom random, long e8) {
        String text = random.nextBoolean()
                ? FixedPoint.format(e8)
                : e8 / FixedPoint.ONE + "." + String.format("%08d", e8 % FixedPoint.ONE);
        return random.nextInt(10) == 0 ? text : "\"" + text + "\"";
    }

    private static void assertRoundTrip(String seed, RecordedEvents events, boolean futures, List<long[]> bids,
            List<long[]> asks) {
        List<long[]> foundBids = new ArrayList<>();
        List<long[]> foundAsks = new ArrayList<>();
        BookDeltaDecoder delta = new BookDeltaDecoder();
        for (int i = 0; i < events.size(); i++) {
            EventHeaderDecoder header = events.header(i);
            assertEquals(i, header.frameIndex(), seed);
            assertEquals(i == events.size() - 1 ? 1 : 0, header.lastFrame(), seed);
            delta.wrapAndApplyHeader(events.frame(i), 0, header);
            assertEquals(100, delta.firstUpdateId(), seed);
            assertEquals(205, delta.finalUpdateId(), seed);
            assertEquals(futures ? 99 : -1, delta.previousUpdateId(), seed);
            delta.bids().forEach(bid -> foundBids.add(new long[]{bid.priceE8(), bid.quantityE8()}));
            delta.asks().forEach(ask -> foundAsks.add(new long[]{ask.priceE8(), ask.quantityE8()}));
        }
        int levels = bids.size() + asks.size();
        assertEquals(Math.max(1, (levels + Limits.FRAME_LEVELS - 1) / Limits.FRAME_LEVELS), events.size(), seed);
        assertLevels(seed, bids, foundBids);
        assertLevels(seed, asks, foundAsks);
    }

    private static void assertLevels(String seed, List<long[]> expected, List<long[]> found) {
        assertEquals(expected.size(), found.size(), seed);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i)[0], found.get(i)[0], seed);
            assertEquals(expected.get(i)[1], found.get(i)[1], seed);
        }
    }
}
