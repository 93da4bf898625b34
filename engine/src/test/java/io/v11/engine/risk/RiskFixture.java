package io.v11.engine.risk;

import io.v11.config.RiskLimits;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.ClientOrderId;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.Protection;
import io.v11.engine.trading.OrderFrames;
import io.v11.engine.trading.TestInstruments;
import io.v11.journal.event.Command;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TimeInForce;

/** Drives a risk stage: market, account and proposals set as a test wants them. */
final class RiskFixture {
    static final int RUN = 3;
    static final long MS = 1_000_000L;

    final OrderFrames frames = new OrderFrames();
    final RiskStage stage;
    long equityE8 = TestInstruments.e8("100000");
    long positionE8;
    long grossE8;
    long netE8;
    OrderType type = OrderType.LIMIT;
    long referenceE8;
    TimeInForce timeInForce = TimeInForce.IOC;

    RiskFixture() {
        this(TestInstruments.limits());
    }

    RiskFixture(RiskLimits limits) {
        stage = new RiskStage(TestInstruments.TWO, limits, RUN);
    }

    RiskFixture at(long timeNs) {
        frames.at(timeNs);
        return this;
    }

    /** Event with a last close of a feed that has bars only, and the bar of the length that closed. */
    RiskFixture bar(int instrument, BarLength length, long openTimeNs, String high, String low, String close) {
        EngineEvent event = frames.quiet(instrument);
        event.market().present = true;
        event.market().barPriceE8 = TestInstruments.e8(close);
        event.market().closedBars = length.bit();
        MarketView.Bar bar = event.market().bar(length);
        bar.openTimeNs = openTimeNs;
        bar.highE8 = TestInstruments.e8(high);
        bar.lowE8 = TestInstruments.e8(low);
        bar.closeE8 = TestInstruments.e8(close);
        pass(event);
        return this;
    }

    /** A change of the top: bid and ask. */
    RiskFixture top(int instrument, String bid, String ask) {
        pass(frames.top(instrument, TestInstruments.e8(bid), TestInstruments.e8(ask)));
        return this;
    }

    RiskReason command(Command command) {
        return pass(frames.command(command));
    }

    /** An event without a market that bears a proposal. */
    RiskReason propose(int instrument, Side side, long priceE8, long quantityE8) {
        EngineEvent event = frames.quiet(instrument);
        event.signal().reason = SignalReason.PROPOSED;
        event.signal().side = side;
        event.signal().type = type;
        event.signal().referencePriceE8 = referenceE8;
        event.signal().timeInForce = timeInForce;
        event.signal().limitPriceE8 = priceE8;
        event.signal().quantityE8 = quantityE8;
        return pass(event);
    }

    RiskReason propose(int instrument, Side side, String price, String quantity) {
        return propose(instrument, side, TestInstruments.e8(price), TestInstruments.e8(quantity));
    }

    /** Id of the order that the last proposal became. */
    long lastId() {
        return ClientOrderId.of(RUN, frames.sequence());
    }

    boolean cancelAll() {
        return frames.slot().verdict().cancelAll;
    }

    Protection protection() {
        return frames.slot().verdict().protection;
    }

    RiskReason pass(EngineEvent event) {
        event.portfolio().equityE8 = equityE8;
        event.portfolio().positionE8 = positionE8;
        event.portfolio().grossNotionalE8 = grossE8;
        event.portfolio().netNotionalE8 = netE8;
        stage.onEvent(event);
        return event.verdict().reason;
    }
}
