package io.v11.engine.monitor;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.Instruments;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.PortfolioView;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.SignalReason;
import io.v11.ml.drift.DriftDetector;

/**
 * Counts what passes and keeps the figures of the report; nothing depends on it. Last in the pipeline, so that it sees
 * each event complete. Reads no clock. Confined to one thread; allocates nothing after construction.
 */
public final class MonitorStage implements Stage {
    private final EngineCounters counters;
    private final Instruments instruments;
    private final DirectionAccuracy accuracy;
    /** The same over those that the abstention gate let pass. */
    private final DirectionAccuracy confidentAccuracy;
    private final InferenceTally inference = new InferenceTally();
    private final DriftDetector drift;
    private final PortfolioView portfolio = new PortfolioView();
    private long events;
    private double maximumDrawdownFraction;
    private long firstEventNs;
    private long lastEventNs;

    /** A monitor that watches no drift. */
    public MonitorStage(EngineCounters counters, Instruments instruments) {
        this(counters, instruments, DriftDetector.idle(instruments.qualifiedNames()));
    }

    /** @param drift of the models that are asked; this stage's alone from here on */
    public MonitorStage(EngineCounters counters, Instruments instruments, DriftDetector drift) {
        this.counters = counters;
        this.instruments = instruments;
        this.drift = drift;
        this.accuracy = new DirectionAccuracy(instruments.count());
        this.confidentAccuracy = new DirectionAccuracy(instruments.count());
    }

    @Override
    public String roleName() {
        return "monitor";
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (events++ == 0) {
            firstEventNs = event.timeNs();
        }
        lastEventNs = event.timeNs();
        counters.onEvent(event.templateId());
        if (event.templateId() == OrderFillDecoder.TEMPLATE_ID) {
            counters.onFill();
        }
        onMarket(event);
        if (event.features().ready()) {
            onDecision(event);
        }
        onOrder(event);
        onPortfolio(event.portfolio());
    }

    @Override
    public long stateHash() {
        long hash = StateHash.add(accuracy.addTo(StateHash.start()), events);
        return StateHash.add(StateHash.add(hash, drift.samples()), drift.total().drifted());
    }

    /** Figures so far. Call when the engine has ended: it reads what the monitor's thread writes. */
    public RunSummary summary() {
        List<RunSummary.Accuracy> byInstrument = new ArrayList<>();
        for (int i = 0; i < instruments.count(); i++) {
            DirectionAccuracy.Figures figures = accuracy.figures(i);
            if (figures.decisions() > 0) {
                byInstrument.add(new RunSummary.Accuracy(instruments.get(i).qualifiedName(), figures));
            }
        }
        return new RunSummary(events, lastEventNs - firstEventNs, counters.decisions(), counters.scored(),
                counters.validFeatures(), counters.signals(SignalReason.PROPOSED),
                counters.verdicts(RiskReason.APPROVED), counters.intents(IntentKind.NEW), counters.fills(),
                portfolio.feesE8, portfolio.pnlE8, portfolio.equityE8, portfolio.drawdownFraction,
                maximumDrawdownFraction, accuracy.total(), List.copyOf(byInstrument), confidentAccuracy.total(),
                inference.figures(), drift.summary(), counters.values());
    }

    private void onMarket(EngineEvent event) {
        if (event.market().present) {
            accuracy.onMarket(event.instrument(), event.market());
            confidentAccuracy.onMarket(event.instrument(), event.market());
        }
    }

    private void onDecision(EngineEvent event) {
        boolean scored = event.scores().ready();
        counters.onDecision(event.features(), scored);
        inference.onDecision(event.scores());
        counters.onInference(inference);
        if (drift.onDecision(event.instrument(), event.timeNs(), event.features())) {
            counters.onDriftWindow(drift.total());
        }
        if (event.signal().reason != SignalReason.NONE) {
            counters.onSignal(event.signal().reason);
        }
        if (scored) {
            accuracy.onDecision(event.instrument(), event.market(), event.scores().ensemble());
        }
        if (event.scores().confident()) {
            confidentAccuracy.onDecision(event.instrument(), event.market(), event.scores().ensemble());
        }
    }

    private void onOrder(EngineEvent event) {
        if (event.verdict().reason != RiskReason.NONE) {
            counters.onVerdict(event.verdict().reason);
        }
        if (event.intent().kind != IntentKind.NONE) {
            counters.onIntent(event.intent().kind);
        }
    }

    private void onPortfolio(PortfolioView now) {
        portfolio.feesE8 = now.feesE8;
        portfolio.pnlE8 = now.pnlE8;
        portfolio.equityE8 = now.equityE8;
        portfolio.drawdownFraction = now.drawdownFraction;
        maximumDrawdownFraction = Math.max(maximumDrawdownFraction, now.drawdownFraction);
    }
}
