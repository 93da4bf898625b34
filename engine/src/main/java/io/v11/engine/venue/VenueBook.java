package io.v11.engine.venue;

import org.agrona.DirectBuffer;

import io.v11.config.Instrument;
import io.v11.engine.book.BookSide;
import io.v11.engine.book.BookSynchronizer;
import io.v11.journal.event.BestBidAskDecoder;
import io.v11.journal.event.BookDeltaDecoder;
import io.v11.journal.event.BookSnapshotDecoder;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.FeedStatusDecoder;
import io.v11.journal.event.Side;

/**
 * The liquidity of one instrument as the recording shows it, less what our own orders took. The level-2 book when it is
 * in sequence, else the last best bid and ask as a book of one level; nothing while neither is known or a message is
 * half received. Prices and quantities in E8. Confined to the ingest thread; allocates nothing after construction.
 */
final class VenueBook {
    /** Quantity ahead of an order at a price that the recording does not show: such an order fills only when traded through. */
    static final long UNKNOWN_QUEUE = Long.MAX_VALUE;

    private final BookSynchronizer synchronizer;
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final BestBidAskDecoder top = new BestBidAskDecoder();
    private final FeedStatusDecoder status = new FeedStatusDecoder();
    private final ConsumedLevels takenBids = new ConsumedLevels();
    private final ConsumedLevels takenAsks = new ConsumedLevels();
    private boolean messageOpen;
    private boolean topValid;
    private long bidPriceE8;
    private long bidQuantityE8;
    private long askPriceE8;
    private long askQuantityE8;

    VenueBook(Instrument.Market market) {
        synchronizer = new BookSynchronizer(market);
    }

    /** Takes any market frame of the instrument; those that say nothing of the book change nothing. */
    void onFrame(DirectBuffer frame, int offset, int length, int templateId) {
        switch (templateId) {
            case BookDeltaDecoder.TEMPLATE_ID -> {
                messageOpen = header.wrap(frame, offset).lastFrame() != 1;
                synchronizer.onDelta(frame, offset, length);
            }
            case BookSnapshotDecoder.TEMPLATE_ID -> {
                messageOpen = header.wrap(frame, offset).lastFrame() != 1;
                synchronizer.onSnapshot(frame, offset);
            }
            case BestBidAskDecoder.TEMPLATE_ID -> onTop(frame, offset);
            case FeedStatusDecoder.TEMPLATE_ID -> onStatus(frame, offset);
            default -> {
            }
        }
    }

    /** A message of several frames is being received; its levels are not to be read yet. */
    boolean messageOpen() {
        return messageOpen;
    }

    /** Both sides are known and not crossed. */
    boolean valid() {
        return !messageOpen && (deep() || topValid);
    }

    /** Levels that are displayed; the bids for {@link Side#BUY}. Meaningful while {@link #valid()}, as all below. */
    int levels(Side side) {
        return deep() ? depth(side).size() : 1;
    }

    long priceE8(Side side, int level) {
        if (deep()) {
            return depth(side).priceE8(level);
        }
        return side == Side.BUY ? bidPriceE8 : askPriceE8;
    }

    /** What a level still has for us. */
    long quantityE8(Side side, int level) {
        return taken(side).leftE8(priceE8(side, level), displayedE8(side, level));
    }

    /** Our order took this much from a level. */
    void take(Side side, int level, long quantityE8) {
        taken(side).take(priceE8(side, level), displayedE8(side, level), quantityE8);
    }

    /** Quantity that stands before an order that joins a price now; cautious where the recording does not show it. */
    long queueAheadE8(Side side, long priceE8) {
        boolean buy = side == Side.BUY;
        long worstE8 = priceE8(side, levels(side) - 1);
        if (buy ? priceE8 < worstE8 : priceE8 > worstE8) {
            return UNKNOWN_QUEUE;
        }
        if (deep()) {
            return depth(side).quantityAtE8(priceE8);
        }
        return priceE8 == worstE8 ? displayedE8(side, 0) : 0L;
    }

    private boolean deep() {
        return synchronizer.synced() && synchronizer.book().hasBothSides();
    }

    private BookSide depth(Side side) {
        return side == Side.BUY ? synchronizer.book().bids() : synchronizer.book().asks();
    }

    private ConsumedLevels taken(Side side) {
        return side == Side.BUY ? takenBids : takenAsks;
    }

    private long displayedE8(Side side, int level) {
        if (deep()) {
            return depth(side).quantityE8(level);
        }
        return side == Side.BUY ? bidQuantityE8 : askQuantityE8;
    }

    private void onTop(DirectBuffer frame, int offset) {
        top.wrapAndApplyHeader(frame, offset, header);
        bidPriceE8 = top.bidPriceE8();
        bidQuantityE8 = top.bidQuantityE8();
        askPriceE8 = top.askPriceE8();
        askQuantityE8 = top.askQuantityE8();
        topValid = bidPriceE8 > 0 && bidQuantityE8 > 0 && askQuantityE8 > 0 && bidPriceE8 < askPriceE8;
    }

    private void onStatus(DirectBuffer frame, int offset) {
        status.wrapAndApplyHeader(frame, offset, header);
        if (status.connected() == 0) {
            synchronizer.onDisconnect();
            messageOpen = false;
            topValid = false;
            takenBids.clear();
            takenAsks.clear();
        }
    }
}
