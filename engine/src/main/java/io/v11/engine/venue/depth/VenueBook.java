package io.v11.engine.venue.depth;

import org.agrona.DirectBuffer;

import io.v11.config.Instrument;
import io.v11.engine.book.BookSynchronizer;
import io.v11.journal.event.BestBidAskDecoder;
import io.v11.journal.event.BookDeltaDecoder;
import io.v11.journal.event.BookSnapshotDecoder;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.FeedStatusDecoder;
import io.v11.journal.event.Side;

/**
 * The liquidity of one instrument as the recording shows it, less what our own orders took.
 *
 * <pre>
 *   book in sequence, best bid/ask older   the book
 *   book in sequence, best bid/ask newer   best bid/ask first, then those levels of the book that lie behind it
 *   book not in sequence                   best bid/ask alone
 * </pre>
 *
 * The second matters: deltas come up to 100 ms late, and an order matched against them would trade at prices that are
 * gone. Both count in the venue's update ids. Nothing can be traded while neither is known or a message is half
 * received. Prices and quantities in E8. Confined to the ingest thread; allocates nothing after construction.
 */
public final class VenueBook {
    private final BookSynchronizer synchronizer;
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final BestBidAskDecoder top = new BestBidAskDecoder();
    private final FeedStatusDecoder status = new FeedStatusDecoder();
    private final VenueSide bids;
    private final VenueSide asks;
    private boolean messageOpen;
    private boolean topValid;
    private long topUpdateId;
    /** Frames came since the sides were last put together. */
    private boolean changed;
    private boolean valid;
    private boolean quoted;

    public VenueBook(Instrument.Market market) {
        synchronizer = new BookSynchronizer(market);
        bids = new VenueSide(synchronizer.book().bids(), true);
        asks = new VenueSide(synchronizer.book().asks(), false);
    }

    /** Takes any market frame of the instrument; false when it says nothing of the book. */
    public boolean onFrame(DirectBuffer frame, int offset, int length, int templateId) {
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
                return false;
            }
        }
        changed = true;
        quoted |= templateId != FeedStatusDecoder.TEMPLATE_ID;
        return true;
    }

    /** The recording has a book or quotes of the instrument: its bars are no prices to trade at. */
    public boolean quoted() {
        return quoted;
    }

    /** Both sides are known and not crossed. Must be asked, and be true, before a side is looked at. */
    public boolean valid() {
        if (changed) {
            changed = false;
            valid = putTogether();
        }
        return valid;
    }

    /** The bids for {@link Side#BUY}. */
    public VenueSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private boolean putTogether() {
        if (messageOpen) {
            return false;
        }
        boolean deep = synchronizer.synced() && synchronizer.book().hasBothSides();
        boolean newerTop = topValid && (!deep || topUpdateId > synchronizer.lastUpdateId());
        bids.putTogether(deep, newerTop);
        asks.putTogether(deep, newerTop);
        return deep || newerTop;
    }

    private void onTop(DirectBuffer frame, int offset) {
        top.wrapAndApplyHeader(frame, offset, header);
        topUpdateId = top.updateId();
        bids.top(top.bidPriceE8(), top.bidQuantityE8());
        asks.top(top.askPriceE8(), top.askQuantityE8());
        topValid = top.bidPriceE8() > 0 && top.bidPriceE8() < top.askPriceE8() && top.bidQuantityE8() > 0
                && top.askQuantityE8() > 0;
    }

    private void onStatus(DirectBuffer frame, int offset) {
        status.wrapAndApplyHeader(frame, offset, header);
        if (status.connected() == 0) {
            synchronizer.onDisconnect();
            messageOpen = false;
            topValid = false;
            bids.forgetTaken();
            asks.forgetTaken();
        }
    }
}
