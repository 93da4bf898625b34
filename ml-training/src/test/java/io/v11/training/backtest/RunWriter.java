package io.v11.training.backtest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Configuration;
import io.v11.config.FixedPoint;
import io.v11.config.Limits;
import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.engine.slot.ClientOrderId;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.BestBidAskEncoder;
import io.v11.journal.event.ConfigurationEncoder;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.FeedStatusEncoder;
import io.v11.journal.event.FundingEncoder;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.KlineEncoder;
import io.v11.journal.event.Liquidity;
import io.v11.journal.event.OrderCancelledEncoder;
import io.v11.journal.event.OrderFillEncoder;
import io.v11.journal.event.OrderIntentEncoder;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Regime;
import io.v11.journal.event.RegimeEncoder;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.RiskVerdictEncoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalEncoder;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.TradeEncoder;
import io.v11.journal.event.TradingState;
import io.v11.journal.event.VenueReason;

/** Writes a run folder event by event, as an engine would have left it. Prices, quantities and money in units. */
public final class RunWriter implements AutoCloseable {
    private static final int RUN = 7;

    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[Limits.FRAME_BYTES]);
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final JournalWriter input;
    private final JournalWriter derived;
    private long sequence;
    private long tradeId;
    private long timeNs;

    public RunWriter(Path run, Configuration configuration, long startNs) {
        input = JournalWriter.open(run.resolve("input"), Durability.OS);
        derived = JournalWriter.open(run.resolve("derived"), Durability.OS);
        timeNs = startNs;
        byte[] text = configuration.text().getBytes(StandardCharsets.UTF_8);
        int parts = Math.ceilDiv(text.length, Limits.CONFIGURATION_PART_BYTES);
        for (int part = 0; part < parts; part++) {
            int from = part * Limits.CONFIGURATION_PART_BYTES;
            ConfigurationEncoder encoder = new ConfigurationEncoder().wrapAndApplyHeader(frame, 0, header)
                    .putDigest(configuration.digest(), 0, 32);
            encoder.putText(text, from, Math.min(Limits.CONFIGURATION_PART_BYTES, text.length - from));
            input(-1, encoder.encodedLength());
        }
    }

    /** Time of the events that follow. */
    public RunWriter at(long newTimeNs) {
        timeNs = newTimeNs;
        return this;
    }

    /** Sequence of the last input event: what conclusions are drawn from. */
    public long sequence() {
        return sequence;
    }

    /** A bar that ends at the current time. */
    public RunWriter bar(int instrument, long lengthNs, double open, double high, double low, double close,
            double volume) {
        int length = new KlineEncoder().wrapAndApplyHeader(frame, 0, header).openTimeNs(timeNs - lengthNs)
                .closeTimeNs(timeNs - 1).intervalNs(lengthNs).openE8(e8(open)).highE8(e8(high)).lowE8(e8(low))
                .closeE8(e8(close)).volumeE8(e8(volume)).quoteVolumeE8(e8(volume * close)).trades(10)
                .takerBuyVolumeE8(e8(volume / 2)).takerBuyQuoteVolumeE8(e8(volume * close / 2)).encodedLength();
        return input(instrument, length);
    }

    public RunWriter quote(int instrument, double bid, double ask) {
        return quote(instrument, bid, ask, 1.0);
    }

    /** @param quantity at both prices */
    public RunWriter quote(int instrument, double bid, double ask, double quantity) {
        int length = new BestBidAskEncoder().wrapAndApplyHeader(frame, 0, header).updateId(sequence + 1)
                .bidPriceE8(e8(bid)).bidQuantityE8(e8(quantity)).askPriceE8(e8(ask)).askQuantityE8(e8(quantity))
                .encodedLength();
        return input(instrument, length);
    }

    public RunWriter feed(int instrument, boolean connected) {
        int length = new FeedStatusEncoder().wrapAndApplyHeader(frame, 0, header)
                .connected((short) (connected ? 1 : 0)).encodedLength();
        return input(instrument, length);
    }

    /** @param order sequence of the event that caused it */
    public RunWriter fill(int instrument, long order, Side side, boolean maker, double price, double quantity,
            double fee) {
        int length = new OrderFillEncoder().wrapAndApplyHeader(frame, 0, header)
                .clientOrderId(ClientOrderId.of(RUN, order)).tradeId(++tradeId).side(side)
                .liquidity(maker ? Liquidity.MAKER : Liquidity.TAKER).priceE8(e8(price)).quantityE8(e8(quantity))
                .leavesQuantityE8(0).feeE8(e8(fee)).encodedLength();
        return input(instrument, length);
    }

    /** @param order sequence of the event that caused it */
    public RunWriter cancelled(int instrument, long order, double left, VenueReason reason) {
        int length = new OrderCancelledEncoder().wrapAndApplyHeader(frame, 0, header)
                .clientOrderId(ClientOrderId.of(RUN, order)).leavesQuantityE8(e8(left)).reason(reason).encodedLength();
        return input(instrument, length);
    }

    public RunWriter trade(int instrument, double price, double quantity, Side aggressor) {
        int length = new TradeEncoder().wrapAndApplyHeader(frame, 0, header).tradeId(++tradeId).priceE8(e8(price))
                .quantityE8(e8(quantity)).aggressor(aggressor).encodedLength();
        return input(instrument, length);
    }

    public RunWriter funding(int instrument, double amount) {
        int length = new FundingEncoder().wrapAndApplyHeader(frame, 0, header).amountE8(e8(amount)).rateE8(0)
                .positionE8(0).markPriceE8(0).encodedLength();
        return input(instrument, length);
    }

    public RunWriter signal(int instrument, SignalReason reason, Side side, double forecast, double reference) {
        int length = new SignalEncoder().wrapAndApplyHeader(frame, 0, header).reason(reason).side(side)
                .forecast(forecast).referencePriceE8(e8(reference)).encodedLength();
        return derived(instrument, length);
    }

    public RunWriter verdict(int instrument, RiskReason reason, TradingState state) {
        int length = new RiskVerdictEncoder().wrapAndApplyHeader(frame, 0, header).reason(reason).quantityE8(0)
                .state(state).shortfall(Double.NaN).encodedLength();
        return derived(instrument, length);
    }

    /** Under the id of the last input event. */
    public RunWriter order(int instrument, OrderType type, Side side, double price, double quantity, double stop) {
        return order(instrument, type, TimeInForce.NONE, side, price, quantity, stop);
    }

    /** Under the id of the last input event. */
    public RunWriter order(int instrument, OrderType type, TimeInForce timeInForce, Side side, double price,
            double quantity, double stop) {
        int length = new OrderIntentEncoder().wrapAndApplyHeader(frame, 0, header)
                .clientOrderId(ClientOrderId.of(RUN, sequence)).kind(IntentKind.NEW).side(side)
                .timeInForce(timeInForce).priceE8(e8(price))
                .quantityE8(e8(quantity)).orderType(type).stopPriceE8(e8(stop)).replacedClientOrderId(0)
                .reduceOnly((short) 0).encodedLength();
        return derived(instrument, length);
    }

    public RunWriter regime(int instrument, Regime regime) {
        RegimeEncoder encoder = new RegimeEncoder().wrapAndApplyHeader(frame, 0, header).state(regime)
                .likeliest(regime).changeProbability(0.0);
        encoder.posteriorsCount(0);
        return derived(instrument, encoder.encodedLength());
    }

    @Override
    public void close() {
        input.close();
        derived.close();
    }

    private RunWriter input(int instrument, int bodyLength) {
        sequence++;
        head(instrument);
        input.append(frame, 0, EventHeaderEncoder.ENCODED_LENGTH + bodyLength);
        return this;
    }

    private RunWriter derived(int instrument, int bodyLength) {
        head(instrument);
        derived.append(frame, 0, EventHeaderEncoder.ENCODED_LENGTH + bodyLength);
        return this;
    }

    private void head(int instrument) {
        header.sequence(sequence).ingestTimeNs(timeNs).venueTimeNs(timeNs).instrument(instrument).frameIndex(0)
                .lastFrame((short) 1);
    }

    private static long e8(double value) {
        return FixedPoint.ofDouble(value);
    }
}
