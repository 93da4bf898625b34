package io.v11.engine.play;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import io.v11.config.Limits;
import io.v11.config.VenueSettings;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.record.EventSource;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.engine.trading.TestInstruments;
import io.v11.engine.venue.SimulatedVenue;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

import static io.v11.engine.trading.TestInstruments.decimal;
import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Frames come out as they went in, whatever is read ahead, and the venue knows all bars of a time before it passes. */
class UpcomingFramesTest {
    private static final long MINUTE = 60_000_000_000L;

    private final SimulatedVenue venue = new SimulatedVenue(TestInstruments.TWO, VenueSettings.plain(100, 50),
            decimal("1000000"));

    /** Frames in memory, in one buffer that is overwritten at every step, as a journal's is. */
    private static final class Recorded implements EventSource {
        private final List<byte[]> frames = new ArrayList<>();
        private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES + 16));
        private int next;

        Recorded add(MarketFrames frame) {
            byte[] bytes = new byte[frame.length()];
            frame.buffer().getBytes(0, bytes);
            frames.add(bytes);
            return this;
        }

        @Override
        public boolean next() {
            buffer.setMemory(0, buffer.capacity(), (byte) -1);
            if (next == frames.size()) {
                return false;
            }
            buffer.putBytes(16, frames.get(next++));
            return true;
        }

        @Override
        public DirectBuffer buffer() {
            return buffer;
        }

        @Override
        public int offset() {
            return 16;
        }

        @Override
        public int length() {
            return frames.get(next - 1).length;
        }
    }

    private static MarketFrames bar(int instrument, long minute, String low) {
        return new MarketFrames().at((minute + 1) * MINUTE).of(instrument).kline(minute * MINUTE, MINUTE, e8("100"),
                e8("101"), e8(low), e8("100"), e8("1000"), 0L);
    }

    private static MarketFrames trade(long timeNs) {
        return new MarketFrames().at(timeNs).of(-1).trade(1, e8("100"), e8("1"), true);
    }

    @Test
    void shouldGiveEveryFrameAsItWas() {
        Recorded source = new Recorded();
        for (int i = 0; i < 300; i++) {
            source.add(i < 20 || i % 7 == 0 ? trade(i / 4 * MINUTE) : bar(i % 2, i / 4, "99"));
        }
        UpcomingFrames frames = new UpcomingFrames(source, venue);
        for (byte[] expected : source.frames) {
            assertTrue(frames.next());
            byte[] got = new byte[frames.length()];
            frames.buffer().getBytes(frames.offset(), got);
            assertEquals(ByteBuffer.wrap(expected), ByteBuffer.wrap(got));
        }

        assertTrue(!frames.next() && !frames.next());
    }

    @Test
    void shouldShowEveryBarOfATimeBeforeTheFirstOfThem() {
        Recorded source = new Recorded().add(bar(0, 0, "99")).add(bar(1, 0, "99")).add(trade(2 * MINUTE))
                .add(bar(0, 1, "99")).add(bar(1, 1, "90"));
        UpcomingFrames frames = new UpcomingFrames(source, venue);
        for (int i = 0; i < 2; i++) {
            assertTrue(frames.next());
            venue.onMarketEvent(frames.buffer(), frames.offset(), frames.length());
        }
        OrderIntent intent = new OrderIntent();
        intent.kind = IntentKind.NEW;
        intent.type = OrderType.LIMIT;
        intent.timeInForce = TimeInForce.GTC;
        intent.instrument = 1;
        intent.clientOrderId = 7;
        intent.side = Side.BUY;
        intent.priceE8 = e8("95");
        intent.quantityE8 = e8("1");
        venue.submit(intent, MINUTE);

        // The next frame is a trade of the time at which the bars end; the last of them holds the fill.
        assertTrue(frames.next());
        List<Integer> templates = new ArrayList<>();
        while (venue.nextReport(2 * MINUTE)) {
            templates.add(new EventHeaderDecoder().wrap(venue.buffer(), venue.offset()).templateId());
            assertTrue(venue.timeNs() < 2 * MINUTE);
        }

        assertEquals(2, templates.size());
        assertEquals(OrderFillDecoder.TEMPLATE_ID, templates.getLast());
    }

    @Test
    void shouldRefuseMoreOfOneTimeThanItHolds() {
        MarketFrames frame = bar(0, 0, "99");
        EventSource endless = new EventSource() {
            @Override
            public boolean next() {
                return true;
            }

            @Override
            public DirectBuffer buffer() {
                return frame.buffer();
            }

            @Override
            public int offset() {
                return 0;
            }

            @Override
            public int length() {
                return frame.length();
            }
        };

        IllegalStateException failure = assertThrows(IllegalStateException.class,
                () -> new UpcomingFrames(endless, venue).next());

        assertTrue(failure.getMessage().contains("more frames bear one ingest time"), failure.getMessage());
    }

    @Test
    void shouldAllocateNothing() {
        MarketFrames frame = new MarketFrames();
        long[] minute = {0};
        EventSource bars = new EventSource() {
            @Override
            public boolean next() {
                minute[0]++;
                frame.at((minute[0] / 2 + 1) * MINUTE).of((int) (minute[0] & 1)).kline(minute[0] / 2 * MINUTE, MINUTE,
                        10_000_000_000L, 10_100_000_000L, 9_900_000_000L, 10_000_000_000L, 100_000_000_000L, 0L);
                return true;
            }

            @Override
            public DirectBuffer buffer() {
                return frame.buffer();
            }

            @Override
            public int offset() {
                return 0;
            }

            @Override
            public int length() {
                return frame.length();
            }
        };
        UpcomingFrames frames = new UpcomingFrames(bars, venue);
        OrderIntent intent = new OrderIntent();
        intent.kind = IntentKind.NEW;
        intent.instrument = 0;
        intent.quantityE8 = 100_000_000L;
        long[] ids = {0, 0};
        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 3_000 && frames.next(); i++) {
                long timeNs = (minute[0] / 2 + 1) * MINUTE;
                while (venue.nextReport(timeNs)) {
                    ids[1]++;
                }
                venue.onMarketEvent(frames.buffer(), frames.offset(), frames.length());
                intent.clientOrderId = ++ids[0];
                intent.side = (ids[0] & 1) == 0 ? Side.BUY : Side.SELL;
                intent.type = (ids[0] & 6) == 0
                        ? OrderType.STOP
                        : (ids[0] & 8) == 0 ? OrderType.MARKET : OrderType.LIMIT;
                intent.timeInForce = TimeInForce.GTC;
                intent.priceE8 = 10_000_000_000L + (intent.side == Side.BUY ? -50_000_000L : 50_000_000L);
                intent.stopPriceE8 = 10_000_000_000L - (intent.side == Side.BUY ? -40_000_000L : 40_000_000L);
                venue.submit(intent, timeNs);
            }
        });

        assertEquals(0L, bytes);
        assertTrue(venue.fills() > 10_000, "fills " + venue.fills());
    }
}
