package io.v11.binance;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.config.Instrument.Market;
import io.v11.config.Limits;
import io.v11.journal.event.BestBidAskDecoder;
import io.v11.journal.event.BookDeltaDecoder;
import io.v11.journal.event.BookSnapshotDecoder;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.MarkPriceDecoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.TradeDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StreamMessageParserTest {
    private static final long RECEIVED_NS = 1_721_749_183_854_663_000L;
    private static final String SPOT_DEPTH = """
            {"stream":"btcusdt@depth@100ms","data":{"e":"depthUpdate","E":1721749183710,"s":"BTCUSDT","U":157,"u":160,\
            "b":[["1.18800000","169.66000000"],["1.18700000","0.00000000"]],"a":[["1.2","3"]]}}""";

    private final RecordedEvents events = new RecordedEvents();
    private final StreamMessageParser spot = new StreamMessageParser(TestInstruments.find("BTCUSDT", Market.SPOT));
    private final StreamMessageParser perpetual = new StreamMessageParser(TestInstruments.find("BTCUSDT", Market.USDM));

    @Test
    void shouldReadSpotTradeWithTheTakersSide() {
        MessageKind kind = parse(spot,
                """
                        {"stream":"btcusdt@trade","data":{"e":"trade","E":1680652800002,"s":"BTCUSDT","t":3071245455,\
                        "p":"28165.47000000","q":"0.00128000","b":20720542158,"a":20720542593,"T":1680652800001,"m":true,"M":true}}""");

        assertEquals(MessageKind.TRADE, kind);
        TradeDecoder trade = new TradeDecoder().wrapAndApplyHeader(events.frame(0), 0, new EventHeaderDecoder());
        assertEquals(3071245455L, trade.tradeId());
        assertEquals(2816547000000L, trade.priceE8());
        assertEquals(128000L, trade.quantityE8());
        assertEquals(Side.SELL, trade.aggressor());
        EventHeaderDecoder header = events.header(0);
        assertEquals(1_680_652_800_001_000_000L, header.venueTimeNs());
        assertEquals(RECEIVED_NS, header.ingestTimeNs());
        assertEquals(0, header.sequence());
        assertEquals(0, header.instrument());
        assertEquals(1, header.lastFrame());
        assertEquals(Limits.HEADER_BYTES + TradeDecoder.BLOCK_LENGTH, events.frame(0).capacity());
    }

    @Test
    void shouldReadSpotDepthUpdate() {
        assertEquals(MessageKind.BOOK_DELTA, parse(spot, SPOT_DEPTH));

        BookDeltaDecoder delta = new BookDeltaDecoder().wrapAndApplyHeader(events.frame(0), 0,
                new EventHeaderDecoder());
        assertEquals(157, delta.firstUpdateId());
        assertEquals(160, delta.finalUpdateId());
        assertEquals(-1, delta.previousUpdateId());
        BookDeltaDecoder.BidsDecoder bids = delta.bids();
        assertEquals(2, bids.count());
        assertEquals(118_800_000L, bids.next().priceE8());
        assertEquals(16_966_000_000L, bids.quantityE8());
        assertEquals(0, bids.next().quantityE8());
        BookDeltaDecoder.AsksDecoder asks = delta.asks();
        assertEquals(1, asks.count());
        assertEquals(300_000_000L, asks.next().quantityE8());
        assertEquals(1_721_749_183_710_000_000L, events.header(0).venueTimeNs());
    }

    @Test
    void shouldReadPerpetualDepthUpdateWithPreviousUpdateId() {
        parse(perpetual,
                """
                        {"e":"depthUpdate","E":123456789,"T":123456788,"s":"BTCUSDT","ps":"BTCUSDT","st":1,"U":157,"u":160,"pu":149,\
                        "b":[],"a":[]}""");

        BookDeltaDecoder delta = new BookDeltaDecoder().wrapAndApplyHeader(events.frame(0), 0,
                new EventHeaderDecoder());
        assertEquals(149, delta.previousUpdateId());
        assertEquals(0, delta.bids().count());
        assertEquals(0, delta.asks().count());
        assertEquals(3, events.header(0).instrument());
    }

    @Test
    void shouldReadBookTickerOfBothMarkets() {
        assertEquals(MessageKind.BEST_BID_ASK,
                parse(spot,
                        "{\"u\":400900217,\"s\":\"BTCUSDT\",\"b\":\"25.3519\",\"B\":\"31.21\",\"a\":\"25.3652\",\"A\":\"40.66\"}"));
        assertEquals(MessageKind.BEST_BID_ASK, parse(perpetual,
                """
                        {"stream":"btcusdt@bookTicker","data":{"e":"bookTicker","u":2710246762461,"s":"BTCUSDT","b":"28145.10","B":"3.868",\
                        "a":"28145.20","A":"6.887","T":1680652700430,"E":1680652700435}}"""));

        BestBidAskDecoder first = new BestBidAskDecoder().wrapAndApplyHeader(events.frame(0), 0,
                new EventHeaderDecoder());
        assertEquals(400900217, first.updateId());
        assertEquals(2_535_190_000L, first.bidPriceE8());
        assertEquals(3_121_000_000L, first.bidQuantityE8());
        assertEquals(2_536_520_000L, first.askPriceE8());
        assertEquals(4_066_000_000L, first.askQuantityE8());
        assertEquals(0, events.header(0).venueTimeNs());
        assertEquals(1_680_652_700_435_000_000L, events.header(1).venueTimeNs());
    }

    @Test
    void shouldReadMarkPriceWithFunding() {
        parse(perpetual,
                """
                        {"stream":"btcusdt@markPrice@1s","data":{"e":"markPriceUpdate","E":1680652801000,"s":"BTCUSDT","p":"28155.20000000",\
                        "P":"28141.47001461","i":"28165.15571429","r":"-0.00002760","T":1680681600000}}""");

        MarkPriceDecoder mark = new MarkPriceDecoder().wrapAndApplyHeader(events.frame(0), 0, new EventHeaderDecoder());
        assertEquals(2_815_520_000_000L, mark.markPriceE8());
        assertEquals(2_816_515_571_429L, mark.indexPriceE8());
        assertEquals(-2760, mark.fundingRateE8());
        assertEquals(1_680_681_600_000_000_000L, mark.nextFundingTimeNs());
    }

    @Test
    void shouldCutDeepSnapshotIntoFrames() {
        StringBuilder json = new StringBuilder("{\"lastUpdateId\": 77, \"bids\": [");
        for (int i = 0; i < 100; i++) {
            json.append(i == 0 ? "" : ", ").append("[\"").append(1000 - i).append("\", \"1\"]");
        }
        json.append("], \"asks\": [");
        for (int i = 0; i < 150; i++) {
            json.append(i == 0 ? "" : ", ").append("[\"").append(1001 + i).append("\", \"2\"]");
        }

        assertEquals(MessageKind.BOOK_SNAPSHOT, parse(spot, json.append("]}").toString()));

        int[] bids = {100, 0, 0};
        int[] asks = {20, 120, 10};
        assertEquals(3, events.size());
        for (int i = 0; i < 3; i++) {
            EventHeaderDecoder header = events.header(i);
            assertEquals(i, header.frameIndex());
            assertEquals(i == 2 ? 1 : 0, header.lastFrame());
            BookSnapshotDecoder frame = new BookSnapshotDecoder().wrapAndApplyHeader(events.frame(i), 0, header);
            assertEquals(77, frame.lastUpdateId());
            assertEquals(bids[i], skipBids(frame));
            assertEquals(asks[i], frame.asks().count());
            assertTrue(events.frame(i).capacity() <= Limits.FRAME_BYTES);
        }
    }

    private static int skipBids(BookSnapshotDecoder frame) {
        int count = 0;
        for (BookSnapshotDecoder.BidsDecoder bid : frame.bids()) {
            count += bid.quantityE8() == 100_000_000L ? 1 : 0;
        }
        return count;
    }

    @Test
    void shouldReadMicrosecondTimes() {
        parse(spot, SPOT_DEPTH.replace("1721749183710", "1721749183710456"));

        assertEquals(1_721_749_183_710_456_000L, events.header(0).venueTimeNs());
    }

    @Test
    void shouldCountSkippedTypesByName() {
        parse(spot, "{\"e\":\"aggTrade\",\"E\":1,\"s\":\"BTCUSDT\",\"p\":\"1\"}");
        parse(spot, "{\"e\":\"aggTrade\",\"E\":2,\"s\":\"BTCUSDT\",\"p\":\"1\"}");
        parse(spot, "{\"e\":\"kline\",\"E\":1,\"k\":{\"t\":1,\"x\":true}}");
        parse(spot, "{\"result\":null,\"id\":1}");
        parse(spot, "{\"stream\":\"!miniTicker@arr\",\"data\":[{\"e\":\"24hrMiniTicker\"}]}");
        parse(spot, "{\"stream\":\"btcusdt@depth20@100ms\",\"data\":{\"lastUpdateId\":1,\"bids\":[],\"asks\":[]}}");
        parse(perpetual, SPOT_DEPTH.replace("@depth@", "@depth5@"));

        assertEquals(0, events.size());
        assertEquals(Map.of("aggTrade", 2L, "kline", 1L, "(no event type)", 2L, "partialDepth", 1L),
                spot.skipped().byName());
        assertEquals(6, spot.skipped().total());
        assertEquals(Map.of("partialDepth", 1L), perpetual.skipped().byName());
    }

    @Test
    void shouldBoundTheNamesOfSkippedTypes() {
        for (int i = 0; i < 100; i++) {
            parse(spot, "{\"e\":\"type" + i + "\"}");
        }

        assertEquals(65, spot.skipped().byName().size());
        assertEquals(36, spot.skipped().byName().get("(other)"));
        assertEquals(100, spot.skipped().total());
    }

    @Test
    void shouldRefuseAnotherSymbolAndTheOtherMarket() {
        String message = refusal(spot, SPOT_DEPTH.replace("BTCUSDT", "ETHUSDT"));
        assertTrue(message.contains("message for symbol \"ETHUSDT\" in a feed of BTCUSDT.SPOT"), message);
        message = refusal(perpetual, SPOT_DEPTH);
        assertTrue(message.contains("a spot depth update (no \"pu\") in a USD-M feed"), message);
        message = refusal(spot, SPOT_DEPTH.replace("\"U\"", "\"pu\":1,\"U\""));
        assertTrue(message.contains("a USD-M depth update (\"pu\") in a spot feed"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"e\":\"trade\"}", "{\"e\":5}", "{}x",
        "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":1,\"p\":\"-1\",\"q\":\"1\",\"T\":1,\"m\":true}",
        "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":1,\"p\":\"1\",\"q\":\"1\",\"T\":1,\"m\":1}",
        "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":1,\"p\":\"1.123456789\",\"q\":\"1\",\"T\":1,\"m\":true}",
        "{\"e\":\"trade\",\"e\":\"trade\"}", "{\"lastUpdateId\":1,\"bids\":[]}",
        "{\"lastUpdateId\":1,\"bids\":{},\"asks\":[]}",
        "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":1,\"b\":[]}",
        "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1,\"u\":1,\"b\":[[\"1\"]],\"a\":[]}",
        "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":\"1\",\"u\":1,\"b\":[],\"a\":[]}"})
    void shouldRefuseMalformedMessagesAndEmitNothing(String json) {
        refusal(spot, json);
    }

    @Test
    void shouldRefuseMoreLevelsThanABookMayHave() {
        String levels = "[\"1\",\"1\"],".repeat(Limits.BOOK_DEPTH) + "[\"1\",\"1\"]";

        String message = refusal(spot, "{\"lastUpdateId\":1,\"bids\":[" + levels + "],\"asks\":[]}");

        assertTrue(message.contains("more than Limits.BOOK_DEPTH=5000 levels"), message);
    }

    private MessageKind parse(StreamMessageParser parser, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return parser.parse(bytes, 0, bytes.length, RECEIVED_NS, events);
    }

    private String refusal(StreamMessageParser parser, String json) {
        String message = assertThrows(MalformedMessageException.class, () -> parse(parser, json)).getMessage();
        assertEquals(0, events.size());
        return message;
    }
}
