package io.v11.engine.market;

import io.v11.config.Instruments;
import io.v11.engine.book.BookSynchronizer;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.BestBidAskDecoder;
import io.v11.journal.event.BookDeltaDecoder;
import io.v11.journal.event.BookSnapshotDecoder;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.FeedStatusDecoder;
import io.v11.journal.event.KlineDecoder;
import io.v11.journal.event.MarkPriceDecoder;
import io.v11.journal.event.TradeDecoder;

/**
 * Keeps book, top and bars of every instrument and puts what an event made of them into the slot.
 * It passes no judgement beyond "the book is in sequence": a market without a snapshot still has its best bid and ask.
 * Confined to the market thread; allocates nothing after construction.
 */
public final class MarketStage implements Stage {
    private static final int BODY = EventHeaderDecoder.ENCODED_LENGTH;

    private final InstrumentMarket[] markets;
    private final TradeDecoder trade = new TradeDecoder();
    private final BestBidAskDecoder bestBidAsk = new BestBidAskDecoder();
    private final KlineDecoder kline = new KlineDecoder();
    private final MarkPriceDecoder markPrice = new MarkPriceDecoder();
    private final FeedStatusDecoder feedStatus = new FeedStatusDecoder();

    public MarketStage(Instruments instruments) {
        markets = new InstrumentMarket[instruments.count()];
        for (int i = 0; i < markets.length; i++) {
            markets[i] = new InstrumentMarket(instruments.get(i).market());
        }
    }

    @Override
    public String roleName() {
        return "market";
    }

    @Override
    public void onEvent(EngineEvent event) {
        switch (event.templateId()) {
            case TradeDecoder.TEMPLATE_ID, BookDeltaDecoder.TEMPLATE_ID, BookSnapshotDecoder.TEMPLATE_ID,
                    BestBidAskDecoder.TEMPLATE_ID, KlineDecoder.TEMPLATE_ID, MarkPriceDecoder.TEMPLATE_ID ->
                onMarket(event);
            case FeedStatusDecoder.TEMPLATE_ID -> onFeedStatus(event);
            default -> {
                // Not about a market: the view stays absent.
            }
        }
    }

    /** The book of an instrument, for counters and tests; to be read on the market thread only. */
    public BookSynchronizer book(int instrument) {
        return markets[instrument].book();
    }

    @Override
    public long stateHash() {
        long hash = StateHash.start();
        for (int i = 0; i < markets.length; i++) {
            hash = markets[i].stateHash(hash);
        }
        return hash;
    }

    private void onMarket(EngineEvent event) {
        InstrumentMarket market = market(event);
        MarketView view = event.market();
        view.present = true;
        switch (event.templateId()) {
            case TradeDecoder.TEMPLATE_ID -> market.onTrade(
                    trade.wrap(event.frame(), BODY, event.blockLength(), event.schemaVersion()), event.timeNs(), view);
            case BookDeltaDecoder.TEMPLATE_ID -> market.onDelta(event.frame(), event.length(), view);
            case BookSnapshotDecoder.TEMPLATE_ID -> market.onSnapshot(event.frame(), view);
            case BestBidAskDecoder.TEMPLATE_ID -> market.onBestBidAsk(
                    bestBidAsk.wrap(event.frame(), BODY, event.blockLength(), event.schemaVersion()), view);
            case KlineDecoder.TEMPLATE_ID -> market
                    .onKline(kline.wrap(event.frame(), BODY, event.blockLength(), event.schemaVersion()), view);
            case MarkPriceDecoder.TEMPLATE_ID -> onMarkPrice(
                    markPrice.wrap(event.frame(), BODY, event.blockLength(), event.schemaVersion()), view);
            default -> {
                // The feed's status moves time on, nothing else here.
            }
        }
        market.closeBars(event.timeNs(), view);
        market.copyTo(view);
    }

    /** Handed on as it is: it says nothing about book or bars, but moves time on. */
    private static void onMarkPrice(MarkPriceDecoder message, MarketView view) {
        view.mark = true;
        view.markPriceE8 = message.markPriceE8();
        view.indexPriceE8 = message.indexPriceE8();
        view.fundingRateE8 = message.fundingRateE8();
        view.nextFundingTimeNs = message.nextFundingTimeNs();
    }

    private void onFeedStatus(EngineEvent event) {
        feedStatus.wrap(event.frame(), BODY, event.blockLength(), event.schemaVersion());
        boolean lost = feedStatus.connected() == 0;
        if (event.instrument() >= 0) {
            if (lost) {
                market(event).onDisconnect();
            }
            onMarket(event);
        } else if (lost) {
            for (int i = 0; i < markets.length; i++) {
                markets[i].onDisconnect();
            }
        }
    }

    private InstrumentMarket market(EngineEvent event) {
        int instrument = event.instrument();
        if (instrument < 0 || instrument >= markets.length) {
            throw new IllegalStateException("market event of an unknown instrument: sequence=" + event.sequence()
                    + " templateId=" + event.templateId() + " instrument=" + instrument + " known=0.."
                    + (markets.length - 1) + "; the journal was written with another config/instruments.yaml");
        }
        return markets[instrument];
    }
}
