package io.v11.binance;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.v11.config.Instrument.Market;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The promise of 0 bytes per message, over every kind of message. */
class ParserAllocationTest {
    private static final int ROUNDS = 20_000;

    private final com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory
            .getThreadMXBean();
    private long bytesSeen;

    @Test
    void shouldAllocateNothingPerMessageInSteadyState() {
        StreamMessageParser parser = new StreamMessageParser(TestInstruments.find("BTCUSDT", Market.USDM));
        byte[][] messages = messages();
        EventSink sink = (buffer, offset, length) -> bytesSeen += length;
        play(parser, messages, sink);

        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            play(parser, messages, sink);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertEquals(0, least, "bytes allocated by " + ROUNDS * messages.length + " messages");
    }

    private static void play(StreamMessageParser parser, byte[][] messages, EventSink sink) {
        for (int round = 0; round < ROUNDS; round++) {
            for (byte[] message : messages) {
                parser.parse(message, 0, message.length, round, sink);
            }
        }
    }

    private static byte[][] messages() {
        String levels = "[\"61837.64000000\",\"1.54698000\"],".repeat(149) + "[\"5.1\",\"0.000\"]";
        String[] json = {
            """
                    {"stream":"btcusdt@depth@0ms","data":{"e":"depthUpdate","E":1680652800016,"T":1680652800009,"s":"BTCUSDT",\
                    "U":2710249412206,"u":2710249413621,"pu":2710249412032,"b":[["22300.00","2.788"],["27577.40","0.000"]],"a":[]}}""",
            "{\"lastUpdateId\":1,\"E\":1,\"T\":1,\"bids\":[" + levels + "],\"asks\":[]}", """
                    {"stream":"btcusdt@trade","data":{"e":"trade","E":1680652700455,"T":1680652700452,"s":"BTCUSDT",\
                    "t":3535186032,"p":"28145.10","q":"0.002","X":"MARKET","m":true}}""",
            """
                    {"stream":"btcusdt@bookTicker","data":{"e":"bookTicker","u":2710246762461,"s":"BTCUSDT","b":"28145.10",\
                    "B":"3.868","a":"28145.20","A":"6.887","T":1680652700430,"E":1680652700435}}""",
            """
                    {"stream":"btcusdt@markPrice@1s","data":{"e":"markPriceUpdate","E":1680652801000,"s":"BTCUSDT",\
                    "p":"28155.20000000","P":"28141.47001461","i":"28165.15571429","r":"0.00002760","T":1680681600000}}""",
            "{\"e\":\"aggTrade\",\"E\":1,\"s\":\"BTCUSDT\",\"p\":\"1\"}"};
        byte[][] messages = new byte[json.length][];
        for (int i = 0; i < json.length; i++) {
            messages[i] = json[i].getBytes(StandardCharsets.UTF_8);
        }
        return messages;
    }
}
