package io.v11.engine.portfolio;

import io.v11.config.FixedPoint;
import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.config.RiskLimits;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.PortfolioView;
import io.v11.engine.slot.RecentIds;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.FundingDecoder;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.Side;

/**
 * Keeps the account by the venue's fills and marks it at the market's price: the only stage that knows what is owned.
 *
 * <pre>
 *   equity = starting capital + cash + sum(position x price) - fees - funding
 * </pre>
 *
 * Cash, fees and notionals in quote units E8, positions in base units E8; products are exact in 128 bits and cut to E8.
 * Instruments are assumed to share one quote currency. A fill is applied once, told by order and trade id. A position
 * without a mark yet is marked at its fill. Confined to one thread; allocates nothing after construction.
 */
public final class PortfolioStage implements Stage {
    private final OrderFillDecoder fill = new OrderFillDecoder();
    private final FundingDecoder funding = new FundingDecoder();
    private final RecentIds appliedFills = new RecentIds(Limits.RECENT_IDS);
    private final long[] positionsE8;
    private final long[] markTwiceE8;
    private final long[] valuesE8;
    private final long startingCapitalE8;
    private long cashE8;
    private long feesE8;
    private long fundingE8;
    private long inventoryE8;
    private long grossNotionalE8;
    private long peakE8;
    private long fills;
    private long duplicateFills;

    public PortfolioStage(Instruments instruments, RiskLimits limits) {
        positionsE8 = new long[instruments.count()];
        markTwiceE8 = new long[instruments.count()];
        valuesE8 = new long[instruments.count()];
        startingCapitalE8 = limits.startingCapital().e8();
        peakE8 = startingCapitalE8;
    }

    @Override
    public String roleName() {
        return "portfolio";
    }

    @Override
    public void onEvent(EngineEvent event) {
        int instrument = event.instrument();
        if (event.templateId() == OrderFillDecoder.TEMPLATE_ID) {
            onFill(event, instrument);
        } else if (event.templateId() == FundingDecoder.TEMPLATE_ID) {
            funding.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
            fundingE8 = Math.addExact(fundingE8, funding.amountE8());
        } else if (event.market().present && event.market().priced()) {
            mark(instrument, event.market().priceTwiceE8());
        }
        publish(event.portfolio(), instrument);
    }

    @Override
    public long stateHash() {
        long hash = appliedFills.digest();
        for (int i = 0; i < positionsE8.length; i++) {
            hash = StateHash.add(StateHash.add(hash, positionsE8[i]), markTwiceE8[i]);
        }
        return StateHash.add(StateHash.add(StateHash.add(StateHash.add(hash, cashE8), feesE8), fundingE8), peakE8);
    }

    /** Signed position of an instrument, base units E8. */
    public long positionE8(int instrument) {
        return positionsE8[instrument];
    }

    /** Quote units that came in less those that went out, without fees, E8. */
    public long cashE8() {
        return cashE8;
    }

    public long feesE8() {
        return feesE8;
    }

    /** Funding paid less received. */
    public long fundingE8() {
        return fundingE8;
    }

    public long equityE8() {
        return startingCapitalE8 + pnlE8();
    }

    /** Highest equity so far. */
    public long peakE8() {
        return peakE8;
    }

    /** Fills applied. */
    public long fills() {
        return fills;
    }

    /** Fills that came again and were not applied. */
    public long duplicateFills() {
        return duplicateFills;
    }

    private void onFill(EngineEvent event, int instrument) {
        fill.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        long priceE8 = fill.priceE8();
        long quantityE8 = fill.quantityE8();
        Side side = fill.side();
        if (instrument < 0 || instrument >= positionsE8.length || priceE8 <= 0 || quantityE8 <= 0
                || side != Side.BUY && side != Side.SELL) {
            throw new IllegalStateException("fill cannot be booked: sequence=" + event.sequence() + " instrument="
                    + instrument + " side=" + side + " priceE8=" + priceE8 + " quantityE8=" + quantityE8);
        }
        if (!appliedFills.add(fill.clientOrderId(), fill.tradeId())) {
            duplicateFills++;
            return;
        }
        fills++;
        long notionalE8 = FixedPoint.multiply(priceE8, quantityE8);
        boolean bought = side == Side.BUY;
        cashE8 = Math.addExact(cashE8, bought ? -notionalE8 : notionalE8);
        positionsE8[instrument] = Math.addExact(positionsE8[instrument], bought ? quantityE8 : -quantityE8);
        feesE8 = Math.addExact(feesE8, fill.feeE8());
        mark(instrument, markTwiceE8[instrument] == 0 ? Math.multiplyExact(2, priceE8) : markTwiceE8[instrument]);
    }

    private void mark(int instrument, long midTwiceE8) {
        markTwiceE8[instrument] = midTwiceE8;
        long before = valuesE8[instrument];
        if (positionsE8[instrument] == 0 && before == 0) {
            return;
        }
        long now = FixedPoint.multiply(positionsE8[instrument], midTwiceE8) / 2;
        valuesE8[instrument] = now;
        inventoryE8 += now - before;
        grossNotionalE8 += Math.abs(now) - Math.abs(before);
    }

    private void publish(PortfolioView view, int instrument) {
        long equityE8 = equityE8();
        peakE8 = Math.max(peakE8, equityE8);
        view.positionE8 = instrument >= 0 && instrument < positionsE8.length ? positionsE8[instrument] : 0L;
        view.grossNotionalE8 = grossNotionalE8;
        view.pnlE8 = pnlE8();
        view.feesE8 = feesE8;
        view.fundingE8 = fundingE8;
        view.netNotionalE8 = inventoryE8;
        view.equityE8 = equityE8;
        view.drawdownFraction = (peakE8 - equityE8) / (double) peakE8;
    }

    private long pnlE8() {
        return cashE8 + inventoryE8 - feesE8 - fundingE8;
    }
}
