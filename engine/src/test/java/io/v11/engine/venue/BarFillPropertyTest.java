package io.v11.engine.venue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.config.FixedPoint;
import io.v11.config.VenueSettings;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Random bars (gaps, halts, empty ones) and random orders of every kind; what must hold of every fill is looked at by a
 * reckoning of its own, which walks both paths second by second.
 */
class BarFillPropertyTest {
    private static final long MINUTE = VenueFixture.MINUTE_US;
    private static final int BARS = 1_500;
    private static final double PARTICIPATION = 0.1;

    /** What was ordered. */
    private record Ordered(long id, Side side, String kind, long limitE8, long stopE8, long arrivalUs) {
    }

    /** A bar as made, prices in ticks of 0.01. */
    private record Made(long minute, int open, int high, int low, int close, long volumeE8) {
        /** Price of a path at a part of the bar's time, in E8. */
        double at(boolean lowFirst, double part) {
            int[] points = {open, lowFirst ? low : high, lowFirst ? high : low, close};
            int leg = Math.min(2, (int) (part * 3));
            return (points[leg] + (part * 3 - leg) * (points[leg + 1] - points[leg])) * 1e6;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldFillWithinTheBarOnTheGridAndNeverBetterThanEitherPath(long seed) {
        Play play = new Play(seed);
        play.run();

        assertTrue(play.fills > 400, "seed " + seed + " fills " + play.fills);
        assertTrue(play.kinds.values().stream().allMatch(count -> count > 30), "seed " + seed + " " + play.kinds);
        assertEquals(play.log, new Play(seed).run(), "seed " + seed + ": the same again");
    }

    /** One play of random bars and orders. */
    private static final class Play {
        private final Random random;
        private final long seed;
        private final VenueFixture venue = new VenueFixture(VenueSettings.plain(100, 50));
        private final Map<Long, Ordered> orders = new HashMap<>();
        private final List<String> log = new ArrayList<>();
        private final Map<String, Integer> kinds = new HashMap<>();
        private int fills;
        private long lastId;
        private int price = 10_000;

        private Play(long seed) {
            this.seed = seed;
            random = new Random(seed);
        }

        private List<String> run() {
            long minute = 0;
            for (int i = 0; i < BARS; i++) {
                minute += random.nextInt(10) == 0 ? 3 : 1;
                Made bar = make(minute);
                int sent = i == 0 ? 0 : random.nextInt(5);
                for (int order = 0; order < sent; order++) {
                    // Late bars do not wait for early orders: arrivals come in rising order within the bar.
                    send(minute * MINUTE + MINUTE * order / 5 + random.nextInt(9) * 1_000_000L);
                }
                venue.bar(minute, text(bar.open), text(bar.high), text(bar.low), text(bar.close),
                        FixedPoint.format(bar.volumeE8));
                check(bar, venue.reports((minute + 1) * MINUTE));
                venue.end();
                if (i % 40 == 0) {
                    venue.cancelAll((minute + 1) * MINUTE);
                }
            }
            return log;
        }

        private Made make(long minute) {
            int open = price + (random.nextInt(4) == 0 ? random.nextInt(-60, 61) : 0);
            int close = open + random.nextInt(-50, 51);
            int high = Math.max(open, close) + random.nextInt(40);
            int low = Math.min(open, close) - random.nextInt(40);
            price = Math.clamp(close, 9_000, 11_000);
            return new Made(minute, open, high, low, close,
                    random.nextInt(12) == 0 ? 0L : e8("1") * random.nextInt(1, 60));
        }

        private void send(long us) {
            long id = ++lastId;
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            int ticks = price + random.nextInt(-80, 81);
            String quantity = "0." + random.nextInt(1, 10);
            long limit = ticks * 1_000_000L;
            switch (random.nextInt(5)) {
                case 0 -> {
                    orders.put(id, new Ordered(id, side, "MARKET", side == Side.BUY ? e8("900") : 1L, 0L, us + 100));
                    venue.sendMarket(us, id, side, side == Side.BUY ? "900" : "50", quantity);
                }
                case 1 -> {
                    orders.put(id, new Ordered(id, side, "STOP", 0L, limit, us + 100));
                    venue.sendStop(us, id, side, text(ticks), quantity, false);
                }
                default -> {
                    TimeInForce[] times = {TimeInForce.GTC, TimeInForce.IOC, TimeInForce.POST_ONLY, TimeInForce.FOK};
                    TimeInForce time = times[random.nextInt(times.length)];
                    orders.put(id, new Ordered(id, side, time.name(), limit, 0L, us + 100));
                    venue.send(us, id, side, time, text(ticks), quantity);
                }
            }
        }

        private void check(Made bar, List<String> reports) {
            long filledE8 = 0;
            long lastUs = Long.MIN_VALUE;
            for (String report : reports) {
                log.add(report);
                String[] words = report.split(" ");
                long us = Long.parseLong(words[0]) - 50;
                assertTrue(us >= lastUs, "seed " + seed + ": in order of time: " + report);
                lastUs = us;
                if (words[1].equals("fill")) {
                    filledE8 += e8(words[5]);
                    checkFill(bar, orders.get(Long.parseLong(words[2])), words, us, report);
                }
            }
            assertTrue(filledE8 <= bar.volumeE8 * PARTICIPATION, "seed " + seed + " minute " + bar.minute + " filled "
                    + filledE8 + " of " + bar.volumeE8);
        }

        private void checkFill(Made bar, Ordered order, String[] words, long us, String report) {
            long priceE8 = e8(words[7]);
            String about = "seed " + seed + " " + report + " " + order + " " + bar;
            fills++;
            kinds.merge(order.kind.equals("POST_ONLY") || words[3].equals("MAKER") ? "MAKER" : order.kind, 1,
                    Integer::sum);
            assertEquals(0L, priceE8 % 1_000_000L, about);
            assertTrue(priceE8 >= bar.low * 1_000_000L && priceE8 <= bar.high * 1_000_000L, about);
            assertTrue(us >= order.arrivalUs && us >= bar.minute * MINUTE && us < (bar.minute + 1) * MINUTE, about);
            boolean buy = order.side == Side.BUY;
            if (order.limitE8 > 0) {
                assertTrue(buy ? priceE8 <= order.limitE8 : priceE8 >= order.limitE8, about);
            }
            double part = Math.min(1.0, (us - bar.minute * MINUTE) / (double) (MINUTE - 1));
            double one = bar.at(true, part);
            double other = bar.at(false, part);
            double slack = 30_000.0; // a few microseconds of the steepest leg, far below a tick
            if (words[3].equals("MAKER")) {
                // Both paths have been beyond the price since the order came: the market was better than the fill.
                double from = Math.max(0.0, (order.arrivalUs - bar.minute * MINUTE) / (double) MINUTE);
                assertTrue(beyond(bar, true, from, part, priceE8, buy) && beyond(bar, false, from, part, priceE8, buy),
                        about);
            } else if (part * MINUTE > 1_000_000.0) {
                // Takers: no better than the worse of both paths at that very time.
                double worst = buy ? Math.max(one, other) : Math.min(one, other);
                boolean gapless = order.kind.equals("STOP");
                double bound = gapless && (buy ? order.stopE8 < worst : order.stopE8 > worst) ? order.stopE8 : worst;
                double capped = buy ? Math.min(bound, bar.high * 1e6) : Math.max(bound, bar.low * 1e6);
                assertTrue(buy ? priceE8 >= capped - slack : priceE8 <= capped + slack, about + " bound " + capped);
            } else {
                assertTrue(buy
                        ? priceE8 >= Math.min(bar.open, bar.high) * 1_000_000L
                        : priceE8 <= Math.max(bar.open, bar.low) * 1_000_000L, about);
            }
        }

        private static boolean beyond(Made bar, boolean lowFirst, double from, double to, long priceE8, boolean buy) {
            for (int step = 0; step <= 6_000; step++) {
                double at = bar.at(lowFirst, Math.min(1.0, from + (to + 1e-4 - from) * step / 6_000));
                if (buy ? at <= priceE8 : at >= priceE8) {
                    return true;
                }
            }
            return false;
        }

        private static String text(int ticks) {
            return FixedPoint.format(ticks * 1_000_000L);
        }
    }
}
