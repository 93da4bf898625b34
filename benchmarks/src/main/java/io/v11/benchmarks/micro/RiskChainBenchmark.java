package io.v11.benchmarks.micro;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.v11.benchmarks.setting.Home;
import io.v11.config.Configuration;
import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.config.RiskLimits;
import io.v11.engine.risk.RiskStage;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.ClientOrderId;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.OrderCancelledEncoder;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.TimerEncoder;
import io.v11.journal.event.VenueReason;

/**
 * One order through the whole risk stage, all checks in force, approved; and the same with the report that ends it. Twenty
 * instruments with positions to both sides; the top of the order's instrument has just moved. With the tail measured, 500 scenarios
 * stand behind every order, by three methods.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RiskChainBenchmark {
    static final int INSTRUMENTS = 20;
    private static final int BARS = 600;
    private static final int RUN = 1;
    private static final long STEP_NS = 100_000_000L;
    private static final long PRICE_E8 = 10_000_000_000L;
    private static final long TICK_E8 = 1_000_000L;
    private static final long LOT_E8 = 1_000_000L;

    @Param({"MINUTE", "NONE"})
    public String tailBar = "MINUTE";

    private final UnsafeBuffer timer = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
    private final UnsafeBuffer end = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final OrderCancelledEncoder cancelled = new OrderCancelledEncoder();
    private final EngineEvent slot = new EngineEvent(1, 1, 1);
    private final long[] positionsE8 = new long[INSTRUMENTS];
    private RiskStage stage;
    private int timerLength;
    private long sequence;
    private long timeNs;

    @Setup
    public void setup() {
        List<Instrument> list = new ArrayList<>();
        for (int i = 0; i < INSTRUMENTS; i++) {
            list.add(new Instrument(i, "COIN" + i + "USDT", Instrument.Market.USDM, new Decimal(TICK_E8),
                    new Decimal(LOT_E8), new Decimal(LOT_E8), 2.0, 5.0, Decimal.parse("100"), Decimal.parse("200")));
        }
        RiskLimits shipped = Configuration.load(Home.find().config(), "backtest").profile().risk();
        stage = new RiskStage(new Instruments(list), limits(shipped), RUN);
        timerLength = EventHeaderEncoder.ENCODED_LENGTH + new TimerEncoder().wrapAndApplyHeader(timer, 0, header)
                .timerId(0).dueTimeNs(0).encodedLength();
        Random random = new Random(7);
        for (int i = 0; i < INSTRUMENTS; i++) {
            positionsE8[i] = LOT_E8 * random.nextInt(-500, 500);
        }
        for (int bar = 0; bar < BARS; bar++) {
            timeNs += BarLength.MINUTE.timeNs();
            for (int i = 0; i < INSTRUMENTS; i++) {
                long closeE8 = PRICE_E8 + TICK_E8 * random.nextInt(-30, 30);
                market(i, closeE8);
                slot.market().closedBars = BarLength.MINUTE.bit();
                MarketView.Bar closed = slot.market().bar(BarLength.MINUTE);
                closed.openTimeNs = timeNs;
                closed.highE8 = closeE8;
                closed.lowE8 = closeE8;
                closed.closeE8 = closeE8;
                stage.onEvent(slot);
            }
        }
    }

    /** True: a refused order would be quicker to judge, and is none that is timed. */
    @Benchmark
    public boolean orderAndItsEnd() {
        timeNs += STEP_NS;
        int instrument = (int) (sequence / 2 % INSTRUMENTS);
        market(instrument, PRICE_E8 + TICK_E8 * (sequence % 3));
        slot.signal().reason = SignalReason.PROPOSED;
        slot.signal().type = OrderType.LIMIT;
        slot.signal().timeInForce = TimeInForce.IOC;
        slot.signal().side = positionsE8[instrument] > 0 ? Side.BUY : Side.SELL;
        slot.signal().limitPriceE8 = PRICE_E8;
        slot.signal().quantityE8 = LOT_E8 * (1 + sequence % 7);
        slot.signal().referencePriceE8 = PRICE_E8;
        stage.onEvent(slot);
        if (!slot.verdict().approved()) {
            throw new IllegalStateException("refused: " + slot.verdict().reason + " at sequence " + sequence);
        }
        cancelled.wrapAndApplyHeader(end, 0, header).clientOrderId(ClientOrderId.of(RUN, sequence)).leavesQuantityE8(0)
                .reason(VenueReason.IOC_REMAINDER);
        load(end, EventHeaderEncoder.ENCODED_LENGTH + cancelled.encodedLength(), instrument);
        stage.onEvent(slot);
        return true;
    }

    private void market(int instrument, long midE8) {
        load(timer, timerLength, instrument);
        MarketView market = slot.market();
        market.present = true;
        market.topValid = true;
        market.topChanged = true;
        market.bidPriceE8 = midE8 - TICK_E8;
        market.askPriceE8 = midE8 + TICK_E8;
    }

    private void load(UnsafeBuffer frame, int length, int instrument) {
        header.wrap(frame, 0).ingestTimeNs(timeNs).instrument(instrument).frameIndex(0).lastFrame(1);
        slot.load(frame, 0, length, ++sequence);
        slot.portfolio().positionE8 = positionsE8[instrument];
        slot.portfolio().equityE8 = 10_000_000_000_000L;
        slot.portfolio().grossNotionalE8 = 500_000_000_000L;
        slot.portfolio().netNotionalE8 = 0L;
    }

    private RiskLimits limits(RiskLimits shipped) {
        RiskLimits.Tail tail = shipped.tail();
        RiskLimits.Pace pace = shipped.pace();
        return new RiskLimits(shipped.startingCapital(), shipped.price(), shipped.order(), shipped.exposure(),
                new RiskLimits.Pace(pace.maximumOpen(), pace.maximumOpenInstrument(), pace.perSecond(),
                        pace.perSecondInstrument(), Integer.MAX_VALUE, new Decimal(Long.MAX_VALUE),
                        pace.duplicateWindowMs(), pace.repeatedFills(), pace.repeatedWindowMs()),
                shipped.breakers(),
                new RiskLimits.Tail("NONE", tailBar, 500, 100, tail.confidence(), tail.decay(), 1, 0.5, 0.5, 0.5, 0.5,
                        0.5, "REFUSE"),
                shipped.stop());
    }
}
