package io.v11.training.backtest.reading;

import java.nio.file.Files;
import java.nio.file.Path;

import io.v11.engine.record.JournalSource;
import io.v11.journal.JournalReader;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.ModelScoresDecoder;
import io.v11.journal.event.OrderIntentDecoder;
import io.v11.journal.event.RegimeDecoder;
import io.v11.journal.event.RiskReportDecoder;
import io.v11.journal.event.RiskVerdictDecoder;
import io.v11.journal.event.SignalDecoder;

/** The derived log, read beside the input log: what was concluded from each event is told when that event has been applied. */
final class Conclusions implements AutoCloseable {
    private final JournalSource source;
    private final Listener listener;
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final ModelScoresDecoder scores = new ModelScoresDecoder();
    private final RegimeDecoder regime = new RegimeDecoder();
    private final SignalDecoder signal = new SignalDecoder();
    private final RiskVerdictDecoder verdict = new RiskVerdictDecoder();
    private final RiskReportDecoder report = new RiskReportDecoder();
    private final OrderIntentDecoder intent = new OrderIntentDecoder();
    private boolean pending;
    private double score = Double.NaN;
    private long scoreSequence;

    /** Who is told. */
    interface Listener {
        void onRegime(EventHeaderDecoder header, RegimeDecoder regime);

        /** @param score 2p - 1 of the models' probability, NaN when they gave none */
        void onSignal(EventHeaderDecoder header, SignalDecoder signal, double score);

        void onVerdict(EventHeaderDecoder header, RiskVerdictDecoder verdict);

        void onRiskReport(EventHeaderDecoder header, RiskReportDecoder report);

        /** An order that is sent, not a cancel. */
        void onOrder(EventHeaderDecoder header, OrderIntentDecoder intent);
    }

    private Conclusions(JournalSource source, Listener listener) {
        this.source = source;
        this.listener = listener;
        pending = source != null && source.next();
    }

    /** Of a run without a derived log nothing is ever told. */
    static Conclusions open(Path run, Listener listener) {
        Path folder = run.resolve("derived");
        return new Conclusions(
                Files.isDirectory(folder) ? new JournalSource(JournalReader.open(folder)) : null, listener);
    }

    /** There is a derived log. */
    boolean present() {
        return source != null;
    }

    /** Tells all that was concluded up to and with the event of this sequence. */
    void upTo(long sequence) {
        while (pending && header.wrap(source.buffer(), source.offset()).sequence() <= sequence) {
            tell();
            pending = source.next();
        }
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
        }
    }

    private void tell() {
        switch (header.templateId()) {
            case ModelScoresDecoder.TEMPLATE_ID -> {
                scores.wrapAndApplyHeader(source.buffer(), source.offset(), header);
                score = 2.0 * scores.ensemble() - 1.0;
                scoreSequence = header.sequence();
            }
            case RegimeDecoder.TEMPLATE_ID -> listener.onRegime(header,
                    regime.wrapAndApplyHeader(source.buffer(), source.offset(), header));
            case SignalDecoder.TEMPLATE_ID -> listener.onSignal(header,
                    signal.wrapAndApplyHeader(source.buffer(), source.offset(), header),
                    scoreSequence == header.sequence() ? score : Double.NaN);
            case RiskVerdictDecoder.TEMPLATE_ID -> listener.onVerdict(header,
                    verdict.wrapAndApplyHeader(source.buffer(), source.offset(), header));
            case RiskReportDecoder.TEMPLATE_ID -> listener.onRiskReport(header,
                    report.wrapAndApplyHeader(source.buffer(), source.offset(), header));
            case OrderIntentDecoder.TEMPLATE_ID -> {
                intent.wrapAndApplyHeader(source.buffer(), source.offset(), header);
                if (intent.kind() == IntentKind.NEW || intent.kind() == IntentKind.REPLACE) {
                    listener.onOrder(header, intent);
                }
            }
            default -> {
                // Vectors and state hashes are not for reports.
            }
        }
    }
}
