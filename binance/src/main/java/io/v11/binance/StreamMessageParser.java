package io.v11.binance;

import java.util.Arrays;

import io.v11.config.Instrument;
import io.v11.journal.event.Side;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Turns the JSON of one stream message of one instrument into event frames, in the combined envelope
 * ({@code {"stream":..,"data":..}}) or bare, and the REST depth answer into a book snapshot.
 * The order of the fields does not matter. Understood: trade, depthUpdate, bookTicker (spot has no {@code e}),
 * markPriceUpdate, depth snapshot; field meanings: Binance "WebSocket Streams" (spot) and "Websocket Market Streams"
 * (USD-M). Other types, and partial depth ({@code @depth20}: a view that would break a book built from updates), are
 * skipped and counted by name. A message for another symbol or of the other market is an error: it would poison the
 * book. Confined to one thread; allocates nothing per message once the deepest message has been seen.
 */
public final class StreamMessageParser {
    private static final byte[] STREAM = "stream".getBytes(UTF_8);
    private static final byte[] DATA = "data".getBytes(UTF_8);
    private static final byte[] LAST_UPDATE_ID = "lastUpdateId".getBytes(UTF_8);
    private static final byte[] BIDS = "bids".getBytes(UTF_8);
    private static final byte[] ASKS = "asks".getBytes(UTF_8);
    private static final byte[] PREVIOUS_UPDATE_ID = "pu".getBytes(UTF_8);
    private static final byte[] TRADE = "trade".getBytes(UTF_8);
    private static final byte[] DEPTH_UPDATE = "depthUpdate".getBytes(UTF_8);
    private static final byte[] BOOK_TICKER = "bookTicker".getBytes(UTF_8);
    private static final byte[] MARK_PRICE_UPDATE = "markPriceUpdate".getBytes(UTF_8);
    private static final byte[] PARTIAL_DEPTH = "partialDepth".getBytes(UTF_8);
    private static final byte[] AT_DEPTH = "@depth".getBytes(UTF_8);
    private static final byte[] UNTYPED = "(no event type)".getBytes(UTF_8);
    private static final int NONE = -1;
    private static final long NO_PREVIOUS_UPDATE_ID = -1;

    private final byte[] symbol;
    private final Instrument instrument;
    private final FrameEncoder frames;
    private final JsonScanner scanner = new JsonScanner();
    private final SkippedMessages skipped = new SkippedMessages();
    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    /** Index of the value of each one-letter field, by letter. */
    private final int[] fields = new int[128];
    private byte[] json;
    private boolean hasBids;
    private boolean hasAsks;
    private int lastUpdateId;
    private int previousUpdateId;
    private int streamStart;
    private int streamEnd;

    public StreamMessageParser(Instrument instrument) {
        this.instrument = instrument;
        symbol = instrument.symbol().getBytes(UTF_8);
        frames = new FrameEncoder(instrument.id());
    }

    /**
     * Parses one message and hands its frames to the sink; nothing reaches the sink when the message is malformed.
     *
     * @param localTimeNs when it was received, ns since the epoch
     */
    public MessageKind parse(byte[] message, int offset, int length, long localTimeNs, EventSink sink) {
        json = message;
        scanner.wrap(message, offset, length);
        Arrays.fill(fields, NONE);
        hasBids = false;
        hasAsks = false;
        lastUpdateId = NONE;
        previousUpdateId = NONE;
        streamStart = NONE;
        readObject(0);
        scanner.expectEnd();
        if (lastUpdateId != NONE) {
            return snapshot(localTimeNs, sink);
        }
        return typed(localTimeNs, sink);
    }

    /** What was skipped so far. */
    public SkippedMessages skipped() {
        return skipped;
    }

    public Instrument instrument() {
        return instrument;
    }

    private void readObject(int depth) {
        scanner.expect('{');
        if (scanner.accept('}')) {
            return;
        }
        do {
            scanner.string();
            if (scanner.tokenLength() == 1) {
                byte letter = scanner.tokenFirst();
                scanner.expect(':');
                readField(letter);
            } else {
                readNamed(depth);
            }
        } while (scanner.accept(','));
        scanner.expect('}');
    }

    private void readField(byte letter) {
        int value = scanner.peek();
        if (letter < 0 || fields[letter] != NONE) {
            throw scanner.malformed("field given twice or not a letter");
        }
        fields[letter] = scanner.cursor();
        if (value == '[' && letter == 'b') {
            bids.read(scanner);
            hasBids = true;
        } else if (value == '[' && letter == 'a') {
            asks.read(scanner);
            hasAsks = true;
        } else {
            scanner.skipValue();
        }
    }

    private void readNamed(int depth) {
        if (scanner.tokenIs(DATA) && depth == 0) {
            scanner.expect(':');
            if (scanner.peek() == '{') {
                readObject(depth + 1);
            } else {
                scanner.skipValue();
            }
        } else if (scanner.tokenIs(STREAM)) {
            scanner.expect(':');
            scanner.string();
            streamStart = scanner.tokenStart();
            streamEnd = scanner.tokenEnd();
        } else if (scanner.tokenIs(PREVIOUS_UPDATE_ID)) {
            previousUpdateId = skipNamed();
        } else if (scanner.tokenIs(LAST_UPDATE_ID)) {
            lastUpdateId = skipNamed();
        } else if (scanner.tokenIs(BIDS)) {
            scanner.expect(':');
            bids.read(scanner);
            hasBids = true;
        } else if (scanner.tokenIs(ASKS)) {
            scanner.expect(':');
            asks.read(scanner);
            hasAsks = true;
        } else {
            skipNamed();
        }
    }

    private int skipNamed() {
        scanner.expect(':');
        scanner.peek();
        int value = scanner.cursor();
        scanner.skipValue();
        return value;
    }

    private MessageKind snapshot(long localTimeNs, EventSink sink) {
        if (partialDepth()) {
            return skip(PARTIAL_DEPTH);
        }
        requireSides();
        scanner.cursor(lastUpdateId);
        long updateId = scanner.integer();
        frames.begin(sink, localTimeNs, optionalTimeNs('E')).bookSnapshot(updateId, bids, asks);
        return MessageKind.BOOK_SNAPSHOT;
    }

    private MessageKind typed(long localTimeNs, EventSink sink) {
        if (fields['e'] == NONE) {
            return spotBookTicker() ? bestBidAsk(localTimeNs, sink) : skip(UNTYPED);
        }
        go('e');
        scanner.string();
        if (scanner.tokenIs(DEPTH_UPDATE)) {
            return partialDepth() ? skip(PARTIAL_DEPTH) : bookDelta(localTimeNs, sink);
        }
        if (scanner.tokenIs(BOOK_TICKER)) {
            return bestBidAsk(localTimeNs, sink);
        }
        if (scanner.tokenIs(TRADE)) {
            return trade(localTimeNs, sink);
        }
        if (scanner.tokenIs(MARK_PRICE_UPDATE)) {
            return markPrice(localTimeNs, sink);
        }
        skipped.add(json, scanner.tokenStart(), scanner.tokenEnd());
        return MessageKind.SKIPPED;
    }

    private boolean spotBookTicker() {
        return fields['u'] != NONE && fields['B'] != NONE && fields['A'] != NONE && !hasBids && !hasAsks;
    }

    private MessageKind trade(long localTimeNs, EventSink sink) {
        requireSymbol();
        long tradeId = integer('t');
        long priceE8 = amountE8('p');
        long quantityE8 = amountE8('q');
        long tradeTimeNs = EpochTime.toNanos(integer('T'));
        go('m');
        // m: the buyer is the maker, so the taker sold.
        Side aggressor = scanner.bool() ? Side.SELL : Side.BUY;
        frames.begin(sink, localTimeNs, tradeTimeNs).trade(tradeId, priceE8, quantityE8, aggressor);
        return MessageKind.TRADE;
    }

    private MessageKind bookDelta(long localTimeNs, EventSink sink) {
        requireSymbol();
        requireSides();
        boolean futures = instrument.market() == Instrument.Market.USDM;
        if (futures != (previousUpdateId != NONE)) {
            throw scanner.malformed(futures
                    ? "a spot depth update (no \"pu\") in a USD-M feed"
                    : "a USD-M depth update (\"pu\") in a spot feed");
        }
        long firstUpdateId = integer('U');
        long finalUpdateId = integer('u');
        long previous = NO_PREVIOUS_UPDATE_ID;
        if (futures) {
            scanner.cursor(previousUpdateId);
            previous = scanner.integer();
        }
        frames.begin(sink, localTimeNs, optionalTimeNs('E')).bookDelta(firstUpdateId, finalUpdateId, previous, bids,
                asks);
        return MessageKind.BOOK_DELTA;
    }

    private MessageKind bestBidAsk(long localTimeNs, EventSink sink) {
        requireSymbol();
        long updateId = integer('u');
        long bidPriceE8 = amountE8('b');
        long bidQuantityE8 = amountE8('B');
        long askPriceE8 = amountE8('a');
        long askQuantityE8 = amountE8('A');
        frames.begin(sink, localTimeNs, optionalTimeNs('E')).bestBidAsk(updateId, bidPriceE8, bidQuantityE8, askPriceE8,
                askQuantityE8);
        return MessageKind.BEST_BID_ASK;
    }

    private MessageKind markPrice(long localTimeNs, EventSink sink) {
        requireSymbol();
        long markPriceE8 = amountE8('p');
        long indexPriceE8 = amountE8('i');
        go('r');
        long fundingRateE8 = scanner.decimalE8();
        long nextFundingTimeNs = EpochTime.toNanos(integer('T'));
        frames.begin(sink, localTimeNs, optionalTimeNs('E')).markPrice(markPriceE8, indexPriceE8, fundingRateE8,
                nextFundingTimeNs);
        return MessageKind.MARK_PRICE;
    }

    private MessageKind skip(byte[] name) {
        skipped.add(name);
        return MessageKind.SKIPPED;
    }

    /** {@code btcusdt@depth20@100ms}, as opposed to {@code btcusdt@depth@100ms}. */
    private boolean partialDepth() {
        for (int i = streamStart; i != NONE && i + AT_DEPTH.length < streamEnd; i++) {
            if (JsonScanner.same(AT_DEPTH, json, i, i + AT_DEPTH.length)) {
                byte after = json[i + AT_DEPTH.length];
                return after >= '0' && after <= '9';
            }
        }
        return false;
    }

    private void requireSymbol() {
        go('s');
        scanner.string();
        if (!scanner.tokenIs(symbol)) {
            throw scanner.malformed("message for symbol \""
                    + new String(json, scanner.tokenStart(), scanner.tokenLength(), UTF_8) + "\" in a feed of "
                    + instrument.qualifiedName());
        }
    }

    private void requireSides() {
        if (!hasBids || !hasAsks) {
            throw scanner.malformed("depth message without " + (hasBids ? "asks" : "bids"));
        }
    }

    private void go(char letter) {
        if (fields[letter] == NONE) {
            throw scanner.malformed("field \"" + letter + "\" is missing");
        }
        scanner.cursor(fields[letter]);
    }

    private long integer(char letter) {
        go(letter);
        return scanner.integer();
    }

    private long amountE8(char letter) {
        go(letter);
        return scanner.amountE8();
    }

    private long optionalTimeNs(char letter) {
        return fields[letter] == NONE ? 0 : EpochTime.toNanos(integer(letter));
    }
}
