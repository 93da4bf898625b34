package io.v11.engine.venue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Decimal;
import io.v11.config.FeeTier;
import io.v11.config.VenueSettings;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

import static io.v11.engine.venue.VenueFixture.levels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Long random play: same input, same reports; every order ends once, nothing fills beyond its quantity; no garbage. */
class VenueDeterminismTest {
    private static final long SEED = 5L;
    private static final long[] BIDS = levels("99.99", "1", "99.98", "2");
    private static final long[] ASKS = levels("100.01", "1", "100.02", "2");
    private static final long[] NONE = {};
    private static final TimeInForce[] KINDS = {TimeInForce.IOC, TimeInForce.GTC, TimeInForce.POST_ONLY,
        TimeInForce.FOK};
    private static final TimeInForce[] TIMES_IN_FORCE = {TimeInForce.IOC, TimeInForce.GTC, TimeInForce.POST_ONLY};

    @TempDir
    private Path folder;

    @Test
    void shouldGiveTheSameReportsForTheSameInput() {
        List<String> first = play(20_000);

        assertEquals(first, play(20_000));
        assertTrue(first.size() > 10_000, "reports " + first.size());
    }

    @Test
    void shouldEndEveryOrderOnceAndFillNoMoreThanOrdered() {
        Map<String, Integer> ends = new HashMap<>();
        Map<String, Integer> acks = new HashMap<>();
        for (String report : play(20_000)) {
            String[] words = report.split(" ");
            boolean rejectedCancel = words[1].equals("rejected") && words[2].equals("CANCEL");
            if (words[1].equals("ack")) {
                acks.merge(words[2], 1, Integer::sum);
            } else if (words[1].equals("cancelled") || report.contains("leaves 0 ")) {
                ends.merge(words[2], 1, Integer::sum);
            } else if (words[1].equals("rejected") && !rejectedCancel) {
                assertEquals("WOULD_TAKE", words[4]);
            }
        }
        assertTrue(acks.size() > 3_000);
        assertEquals(acks.keySet(), ends.keySet());
        assertTrue(acks.values().stream().allMatch(count -> count == 1));
        assertTrue(ends.values().stream().allMatch(count -> count == 1));
    }

    @Test
    void shouldGiveTheSameReportsWithEveryModelAtWork() throws IOException {
        List<String> first = playAll(20_000);

        assertEquals(first, playAll(20_000));
        for (String what : List.of(" fill ", " REPLACED ", " FOK_UNFILLED ", " NO_LIQUIDITY ", " WOULD_TRIGGER",
                " INSUFFICIENT_BALANCE", " funding ", " UNKNOWN_ORDER", " MAKER ")) {
            assertTrue(first.stream().anyMatch(report -> report.contains(what)), "none of" + what);
        }
        long last = Long.MIN_VALUE;
        for (String report : first) {
            long due = Long.parseLong(report.substring(0, report.indexOf(' ')));
            assertTrue(due >= last, "reports in order of time: " + report);
            last = due;
        }
        List<Long> acks = first.stream().filter(report -> report.contains(" ack "))
                .map(report -> Long.parseLong(report.substring(report.lastIndexOf(' ') + 1))).toList();
        assertEquals(acks.stream().sorted().toList(), acks, "orders arrive as they were sent, however long each takes");
    }

    @Test
    void shouldAllocateNothingPerEvent() {
        VenueFixture venue = new VenueFixture().snapshot(0, BIDS, ASKS);
        long[] price = levels("100.02");
        long[] beyond = levels("100.03", "5");
        long[] changed = levels("100.01", "1.5");
        long[] back = levels("100.01", "1");
        long[] state = {1, 0};
        OrderIntent intent = new OrderIntent();
        intent.kind = IntentKind.NEW;
        intent.type = OrderType.LIMIT;
        intent.instrument = 0;
        intent.priceE8 = price[0];
        intent.quantityE8 = back[1];
        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 20_000; i++) {
                state[0] += 1_000;
                venue.delta(state[0], NONE, (i & 1) == 0 ? changed : back);
                venue.show(venue.market.trade(i, beyond[0], beyond[1], (i & 1) == 0));
                intent.clientOrderId = state[0];
                intent.side = (i & 1) == 0 ? Side.BUY : Side.SELL;
                intent.timeInForce = (i & 1) == 0 ? TimeInForce.IOC : TimeInForce.GTC;
                venue.venue.submit(intent, state[0] * VenueFixture.US);
                while (venue.venue.nextReport((state[0] + 900) * VenueFixture.US)) {
                    state[1] += venue.venue.length();
                }
            }
        });

        assertEquals(0L, bytes);
        assertTrue(venue.venue.fills() > 50_000, "fills " + venue.venue.fills());
    }

    /** A perpetual with little money, and every model at work. */
    private List<String> playAll(int events) throws IOException {
        Random random = new Random(SEED);
        VenueFixture venue = new VenueFixture(everyModel(), Decimal.parse("2000")).of(1);
        venue.top(0, "999.9", "5", "1000.1", "5");
        List<String> reports = new ArrayList<>();
        long id = 0;
        for (int i = 1; i <= events; i++) {
            long now = i * 4_000_070L;
            reports.addAll(venue.reports(now));
            int tenths = 9_990 + random.nextInt(20);
            String price = tenths / 10 + "." + tenths % 10;
            String quantity = "0." + (1 + random.nextInt(9));
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            switch (random.nextInt(9)) {
                case 0, 1 -> {
                    int bid = 9_985 + random.nextInt(20);
                    venue.newerTop(now, bid / 10 + "." + bid % 10, quantity, (bid + 2) / 10 + "." + (bid + 2) % 10,
                            "0.7");
                }
                case 2, 3 -> venue.trade(now, price, quantity, side);
                case 4 -> venue.sendMarket(now, ++id, side, side == Side.BUY ? "1100" : "900", quantity);
                case 5 -> venue.sendStop(now, ++id, side, price, quantity, random.nextBoolean());
                case 6 -> venue.replace(now, ++id, Math.max(1, id - 1 - random.nextInt(4)), side, price, quantity);
                default -> venue.send(now, ++id, side, KINDS[random.nextInt(KINDS.length)], price, quantity);
            }
            if (i % 200 == 0) {
                venue.cancelAll(now);
            }
        }
        reports.addAll(venue.allReports());
        return reports;
    }

    @Test
    void shouldAllocateNothingWithEveryModelAtWork() throws IOException {
        VenueFixture venue = new VenueFixture(everyModel(), Decimal.parse("1000000")).of(1);
        OrderIntent intent = new OrderIntent();
        OrderType[] types = {OrderType.LIMIT, OrderType.STOP, OrderType.MARKET};
        long[] state = {1, 0};
        long tick = 10_000_000L;
        long mid = 100_000_000_000L;
        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 5_000; i++) {
                state[0]++;
                long us = state[0] * 4_000_000L;
                long shift = state[0] * 7 % 11 * tick;
                venue.show(
                        venue.market.at(us * VenueFixture.US).of(1).top(state[0], mid + shift - tick, 300_000_000L + i,
                                mid + shift + tick, 200_000_000L + i));
                venue.show(venue.market.trade(i, mid + shift - tick * (i % 3), 150_000_000L, (i & 1) == 0));
                venue.show(venue.market.markPrice(mid + shift, mid, 10_000L, 0L));
                intent.kind = i % 7 == 0 ? IntentKind.REPLACE : i % 50 == 0 ? IntentKind.CANCEL_ALL : IntentKind.NEW;
                intent.clientOrderId = state[0];
                intent.replacedClientOrderId = state[0] - 3;
                intent.instrument = 1;
                intent.side = (i & 1) == 0 ? Side.BUY : Side.SELL;
                intent.type = types[i % 3];
                intent.timeInForce = KINDS[i % KINDS.length];
                intent.priceE8 = mid + shift + (intent.side == Side.BUY ? tick : -tick) * (i % 5 - 2);
                intent.stopPriceE8 = mid + shift + (intent.side == Side.BUY ? tick : -tick) * 3;
                intent.quantityE8 = 100_000_000L;
                intent.reduceOnly = i % 9 == 0;
                venue.venue.submit(intent, us * VenueFixture.US);
                while (venue.venue.nextReport((us + 900) * VenueFixture.US)) {
                    state[1]++;
                }
            }
        });

        assertEquals(0L, bytes);
        assertTrue(venue.venue.fills() > 5_000, "fills " + venue.venue.fills());
    }

    /** Drawn order latencies, loaded report latencies, probability queue, another tier of fees. */
    private VenueSettings everyModel() throws IOException {
        Path file = Files.writeString(folder.resolve("latency.csv"), "latencyUs,count\n20,5\n90,3\n400,1\n");
        VenueSettings plain = VenueSettings.plain(0, 0);
        return new VenueSettings(
                new VenueSettings.Latency(VenueSettings.Latency.Model.EMPIRICAL, 0, file.toString(), 7L, 0.0, 1),
                new VenueSettings.Latency(VenueSettings.Latency.Model.LOAD, 30, VenueSettings.NONE, 0L, 5.0, 3),
                new VenueSettings.Queue(VenueSettings.Queue.Model.POWER, 2.0), FeeTier.VIP0_BNB, 1.0, true, 10,
                plain.perpetuals(), plain.bar());
    }

    private static List<String> play(int events) {
        Random random = new Random(SEED);
        VenueFixture venue = new VenueFixture().snapshot(0, BIDS, ASKS);
        List<String> reports = new ArrayList<>();
        long id = 0;
        for (int i = 1; i <= events; i++) {
            long now = i * 70L;
            reports.addAll(venue.reports(now));
            String price = "100.0" + random.nextInt(4);
            String bid = "99.9" + random.nextInt(6, 10);
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            switch (random.nextInt(6)) {
                case 0 -> venue.delta(now, levels(bid, "0." + (1 + random.nextInt(9))), NONE);
                case 1 -> venue.delta(now, NONE, levels("100.0" + random.nextInt(1, 5), "0.7"));
                case 2 -> venue.trade(now, price, "0." + (1 + random.nextInt(9)), side);
                case 3, 4 ->
                    venue.send(now, ++id, side, TIMES_IN_FORCE[random.nextInt(3)], random.nextBoolean() ? price : bid,
                            "0." + (1 + random.nextInt(9)));
                default -> venue.cancel(now, Math.max(1, id - random.nextInt(5)));
            }
            if (i % 500 == 0) {
                venue.cancelAll(now);
            }
        }
        venue.cancelAll(events * 70L + 1);
        reports.addAll(venue.allReports());
        return reports;
    }
}
