package io.v11.training.backtest.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;

import io.v11.config.FixedPoint;
import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.market.MarketStage;
import io.v11.engine.play.Span;
import io.v11.engine.portfolio.PortfolioStage;
import io.v11.engine.record.JournalSource;
import io.v11.engine.replay.RunHeader;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.journal.JournalReader;
import io.v11.journal.event.Command;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.FeedStatusDecoder;
import io.v11.journal.event.FundingDecoder;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.KlineDecoder;
import io.v11.journal.event.Liquidity;
import io.v11.journal.event.OperatorCommandDecoder;
import io.v11.journal.event.OrderCancelledDecoder;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.OrderIntentDecoder;
import io.v11.journal.event.OrderRejectedDecoder;
import io.v11.journal.event.RegimeDecoder;
import io.v11.journal.event.RiskReportDecoder;
import io.v11.journal.event.RiskVerdictDecoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalDecoder;
import io.v11.training.backtest.account.Fill;
import io.v11.training.backtest.account.Ledger;
import io.v11.training.backtest.account.OrderCause;
import io.v11.training.backtest.account.Trips;

/** One pass over the logs of a run: applies each event to the engine's stages, then hands on what it and they tell. One thread. */
final class RunPass implements Conclusions.Listener, AutoCloseable {
    /** Fills kept; further ones are counted and booked. */
    static final int FILLS_KEPT = 250_000;
    private static final int EQUITY = 0;
    private static final int GROSS = 1;
    private static final int NET = 2;
    private static final int LEVELS = 3;
    private static final int NOTIONAL = 3;
    private static final int DIRECTIONS = 4;
    private static final int COUNTS = 5;

    private final Path run;
    private final RunHeader header;
    private final double halfSpreadBps;
    private final RunListener listener;
    private final JournalSource input;
    private final Conclusions conclusions;
    private final EngineEvent event = new EngineEvent(1, 1, 1);
    private final MarketStage market;
    private final PortfolioStage portfolio;
    private final long horizonNs;
    private TimeGrid grid;
    private DeepestFall.Watch fall;
    private DataWatch data;
    private PriceTape[] prices;
    private RegimeTape regimes;
    private VerdictTally verdicts;
    private Forecasts forecasts;
    /** When trading began. */
    private long startNs;
    private final Ledger ledger;
    private final Trips trips;
    private final List<Fill> fills = new ArrayList<>();
    private final Long2ObjectHashMap<OrderCause> causes = new Long2ObjectHashMap<>();
    private final long[] bidsE8;
    private final long[] asksE8;
    private final long capitalE8;
    private final EventHeaderDecoder frame = new EventHeaderDecoder();
    private final KlineDecoder kline = new KlineDecoder();
    private final OperatorCommandDecoder command = new OperatorCommandDecoder();
    private final OrderFillDecoder fill = new OrderFillDecoder();
    private final FundingDecoder funding = new FundingDecoder();
    private final FeedStatusDecoder feed = new FeedStatusDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderRejectedDecoder rejected = new OrderRejectedDecoder();
    private double forecast = Double.NaN;
    private long forecastSequence;
    private long events;
    private long lastNs;

    RunPass(Path run, RunHeader header, ReadingSettings settings, RunListener listener) {
        this.run = run;
        this.listener = listener;
        this.header = header;
        halfSpreadBps = settings.halfSpreadBps();
        Instruments instruments = header.configuration().instruments();
        List<String> names = instruments.qualifiedNames();
        capitalE8 = header.configuration().profile().risk().startingCapital().e8();
        market = new MarketStage(instruments);
        portfolio = new PortfolioStage(instruments, header.configuration().profile().risk());
        DecisionCadence cadence = DecisionCadence.valueOf(header.configuration().profile().decision().cadence());
        horizonNs = Forecasts.horizonNs(settings, cadence);
        ledger = new Ledger(names);
        trips = new Trips(names.size());
        bidsE8 = new long[names.size()];
        asksE8 = new long[names.size()];
        input = new JournalSource(JournalReader.open(run.resolve("input")));
        conclusions = Conclusions.open(run, this);
    }

    RunReading read() {
        begin(header.firstTimeNs());
        while (input.next()) {
            apply(input.buffer(), input.offset(), input.length());
        }
        return reading();
    }

    @Override
    public void close() {
        input.close();
        conclusions.close();
    }

    /** The report begins here: at the first event, or when what was played to warm up is over. */
    private void begin(long timeNs) {
        List<String> names = header.configuration().instruments().qualifiedNames();
        startNs = timeNs;
        grid = new TimeGrid(LEVELS, COUNTS);
        fall = new DeepestFall.Watch();
        data = new DataWatch(names);
        prices = new PriceTape[names.size()];
        Arrays.setAll(prices, i -> new PriceTape());
        regimes = new RegimeTape(names);
        verdicts = new VerdictTally();
        forecasts = new Forecasts(names.size(), horizonNs);
        grid.advance(timeNs);
        grid.level(EQUITY, capitalE8);
        fall.onEquity(timeNs, capitalE8);
    }

    private void onCommand() {
        command.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        if (command.command() == Command.RESUME && command.author().equals(Span.AUTHOR)) {
            if (portfolio.fills() > 0) {
                throw new IllegalArgumentException(run + ": trading began before the span of the run did: sequence="
                        + event.sequence());
            }
            begin(lastNs);
        }
    }

    private void apply(DirectBuffer buffer, int offset, int length) {
        frame.wrap(buffer, offset);
        event.load(buffer, offset, length, frame.sequence());
        market.onEvent(event);
        long applied = portfolio.fills();
        portfolio.onEvent(event);
        events++;
        lastNs = event.timeNs();
        grid.advance(lastNs);
        if (event.market().present) {
            onMarket(event.market(), event.instrument());
        }
        switch (event.templateId()) {
            case OrderFillDecoder.TEMPLATE_ID -> onFill(portfolio.fills() > applied);
            case FundingDecoder.TEMPLATE_ID -> onFunding();
            case FeedStatusDecoder.TEMPLATE_ID -> {
                feed.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
                data.onFeed(lastNs, event.instrument(), feed.connected() != 0);
            }
            case OrderCancelledDecoder.TEMPLATE_ID -> {
                cancelled.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
                verdicts.onVenue(cancelled.reason());
                causes.remove(cancelled.clientOrderId());
                listener.onEnded(lastNs, cancelled.clientOrderId(), cancelled.reason());
            }
            case OrderRejectedDecoder.TEMPLATE_ID -> onRejected();
            case OperatorCommandDecoder.TEMPLATE_ID -> onCommand();
            default -> {
                // Told by market and portfolio, or of no concern.
            }
        }
        grid.level(EQUITY, event.portfolio().equityE8);
        grid.level(GROSS, event.portfolio().grossNotionalE8);
        grid.level(NET, event.portfolio().netNotionalE8);
        fall.onEquity(lastNs, event.portfolio().equityE8);
        conclusions.upTo(event.sequence());
        forecasts.into(grid, DIRECTIONS);
    }

    private void onMarket(MarketView view, int instrument) {
        long klineNs = 0L;
        double quoteVolume = 0.0;
        if (event.templateId() == KlineDecoder.TEMPLATE_ID) {
            kline.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
            klineNs = kline.intervalNs();
            quoteVolume = FixedPoint.toDouble(kline.quoteVolumeE8());
            prices[instrument].onKline(kline);
        } else if (view.topValid) {
            prices[instrument].onMid(lastNs, view.midTwiceE8());
        }
        data.onMarket(event, klineNs, quoteVolume);
        bidsE8[instrument] = view.topValid ? view.bidPriceE8 : 0L;
        asksE8[instrument] = view.topValid ? view.askPriceE8 : 0L;
        if (view.priced()) {
            ledger.onMark(instrument, view.priceTwiceE8(), regimes.of(instrument));
        }
        forecasts.onPrice(instrument, lastNs, view.priceTwiceE8());
        listener.onMarket(event, klineNs);
    }

    private void onFill(boolean applied) {
        fill.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        if (!applied) {
            return;
        }
        int instrument = event.instrument();
        OrderCause cause = causes.get(fill.clientOrderId());
        if (cause == null) {
            cause = OrderCause.unknown(lastNs, ledger.markTwiceE8(instrument), bidsE8[instrument], asksE8[instrument]);
        }
        Fill booked = Fill.of(lastNs, instrument, fill.side() == Side.BUY, fill.liquidity() == Liquidity.MAKER,
                fill.priceE8(), fill.quantityE8(), fill.feeE8(), fill.clientOrderId(), ledger.markTwiceE8(instrument),
                cause, halfSpreadBps, regimes.of(instrument));
        listener.onFill(booked);
        ledger.onFill(booked);
        trips.onFill(booked);
        grid.count(NOTIONAL, booked.notionalE8());
        if (fills.size() < FILLS_KEPT) {
            fills.add(booked);
        }
        if (fill.leavesQuantityE8() == 0) {
            causes.remove(fill.clientOrderId());
        }
    }

    private void onFunding() {
        funding.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        int instrument = event.instrument();
        if (instrument < 0) {
            throw new IllegalArgumentException("funding of no instrument in " + run + "/input: sequence="
                    + event.sequence() + "; a venue must name the position that it charges");
        }
        ledger.onFunding(instrument, funding.amountE8(), regimes.of(instrument));
        trips.onFunding(instrument, funding.amountE8());
    }

    private void onRejected() {
        rejected.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        verdicts.onVenue(rejected.reason());
        if (rejected.refused() == IntentKind.NEW || rejected.refused() == IntentKind.REPLACE) {
            causes.remove(rejected.clientOrderId());
            listener.onEnded(lastNs, rejected.clientOrderId(), rejected.reason());
        }
    }

    @Override
    public void onRegime(EventHeaderDecoder of, RegimeDecoder regime) {
        regimes.onRegime(of.instrument(), of.ingestTimeNs(), regime.state());
    }

    @Override
    public void onSignal(EventHeaderDecoder of, SignalDecoder signal, double score) {
        verdicts.onSignal(signal.reason());
        double stated = signal.forecast();
        forecast = stated < 0.0 || stated > 0.0 ? stated : score;
        forecastSequence = of.sequence();
        forecasts.onDecision(of.instrument(), of.ingestTimeNs(), ledger.markTwiceE8(of.instrument()), stated, score);
    }

    @Override
    public void onVerdict(EventHeaderDecoder of, RiskVerdictDecoder verdict) {
        verdicts.onVerdict(verdict.reason());
        verdicts.onState(of.ingestTimeNs(), verdict.state());
    }

    @Override
    public void onRiskReport(EventHeaderDecoder of, RiskReportDecoder report) {
        verdicts.onState(of.ingestTimeNs(), report.state());
    }

    @Override
    public void onOrder(EventHeaderDecoder of, OrderIntentDecoder intent) {
        verdicts.onOrder();
        int instrument = of.instrument();
        // Fields that an older version does not have hold the least number.
        long stopE8 = Math.max(0L, intent.stopPriceE8());
        OrderCause cause = new OrderCause(of.sequence(), of.ingestTimeNs(), intent.orderType(),
                ledger.markTwiceE8(instrument), bidsE8[instrument], asksE8[instrument], stopE8,
                forecastSequence == of.sequence() ? forecast : Double.NaN);
        causes.put(intent.clientOrderId(), cause);
        listener.onOrder(instrument, intent, cause);
    }

    private RunReading reading() {
        grid.finish(lastNs);
        data.finish(lastNs);
        listener.onFinish(lastNs);
        int directions = DIRECTIONS + forecasts.column();
        AccountSeries account = new AccountSeries(grid.stepNs(), grid.timesNs(), grid.column(EQUITY),
                grid.column(GROSS), grid.column(NET), grid.column(NOTIONAL), grid.column(directions),
                grid.column(directions + 1)).from(startNs, capitalE8);
        List<InstrumentData> instruments = data.instruments();
        List<PriceSeries> series = new ArrayList<>();
        for (InstrumentData of : instruments) {
            PriceSeries bars = prices[of.instrument()].series(of.instrument(), of.name());
            if (bars.bars() > 0) {
                series.add(bars);
            }
        }
        return new RunReading(run, header.configuration().profile().name(), header.configuration().digestHex(),
                header.models(), capitalE8, startNs, lastNs, events, account, fall.deepest(),
                ledger.attribution(portfolio.equityE8() - capitalE8), trips.finish(lastNs, ledger), trips.dropped(),
                List.copyOf(fills), portfolio.fills(), forecasts.judged(), forecasts.nextMove(), verdicts.verdicts(),
                regimes.finish(lastNs), List.copyOf(series), instruments, data.gaps(), data.found(),
                conclusions.present());
    }
}
