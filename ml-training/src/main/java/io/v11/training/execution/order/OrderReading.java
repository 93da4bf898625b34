package io.v11.training.execution.order;

import java.nio.file.Path;
import java.util.List;

import io.v11.engine.replay.RunHeader;
import io.v11.training.backtest.reading.ReadingSettings;
import io.v11.training.backtest.reading.RunReading;

/**
 * A run with its orders.
 *
 * @param run              all else that is known of it
 * @param horizonsNs       of the prices after fills, rising
 * @param opportunityNs    after the decision, when what was not filled is priced
 * @param barNs            by instrument: length of its bars when it has bars and no quotes, else 0
 * @param marksTwiceE8     by instrument: twice the last price, 0 without any
 * @param marketEvents     of all instruments
 * @param orders           by time of the decision, the first {@value OrderTape#KEPT}
 * @param dropped          orders beyond them
 */
public record OrderReading(RunReading run, long[] horizonsNs, long opportunityNs, long[] barNs, long[] marksTwiceE8,
        long marketEvents, List<SentOrder> orders, long dropped) {
    private static final long NS_PER_MS = 1_000_000L;

    /** Reads a run folder; horizons below an instrument's bar give no price. */
    public static OrderReading of(Path folder, long[] horizonsNs, long opportunityNs) {
        long lifeNs = RunHeader.read(folder).configuration().profile().execution().orderLifeMs() * NS_PER_MS;
        OrderTape tape = new OrderTape(horizonsNs, opportunityNs, lifeNs);
        RunReading run = RunReading.of(folder, ReadingSettings.USUAL, tape);
        return tape.reading(run);
    }
}
