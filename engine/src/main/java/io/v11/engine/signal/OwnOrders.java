package io.v11.engine.signal;

import java.util.Arrays;

import io.v11.config.Limits;
import io.v11.engine.slot.ClientOrderId;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderAckDecoder;
import io.v11.journal.event.OrderCancelledDecoder;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.OrderRejectedDecoder;

/**
 * Which instruments have an order of this stage's working at the venue, as far as the venue has said: from the
 * acknowledgement of a proposal's order to its end. Whether risk let a proposal pass is not known here until then, which is
 * what the cool-down is for. Allocates nothing after construction.
 */
final class OwnOrders {
    private static final long NONE = 0L;

    private final OrderAckDecoder ack = new OrderAckDecoder();
    private final OrderFillDecoder fill = new OrderFillDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderRejectedDecoder rejected = new OrderRejectedDecoder();
    private final int runId;
    private final long[] proposed;
    private final long[] working;

    OwnOrders(int instruments, int runId) {
        this.runId = ClientOrderId.checkRun(runId);
        this.proposed = new long[instruments];
        this.working = new long[instruments];
        Arrays.fill(proposed, NONE);
    }

    void onEvent(EngineEvent event) {
        int instrument = event.instrument();
        if (instrument < 0 || instrument >= proposed.length) {
            return;
        }
        switch (event.templateId()) {
            case OrderAckDecoder.TEMPLATE_ID -> {
                ack.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
                if (ack.clientOrderId() == proposed[instrument]) {
                    working[instrument] = proposed[instrument];
                }
            }
            case OrderFillDecoder.TEMPLATE_ID -> {
                fill.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
                end(instrument, fill.leavesQuantityE8() == 0 ? fill.clientOrderId() : NONE);
            }
            case OrderCancelledDecoder.TEMPLATE_ID -> {
                cancelled.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
                end(instrument, cancelled.clientOrderId());
            }
            case OrderRejectedDecoder.TEMPLATE_ID -> {
                rejected.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
                end(instrument, rejected.refused() == IntentKind.NEW ? rejected.clientOrderId() : NONE);
            }
            default -> {
                // No report.
            }
        }
    }

    void onProposal(int instrument, long sequence) {
        proposed[instrument] = ClientOrderId.of(runId, sequence);
    }

    /** The latest order of the instrument still works. */
    boolean works(int instrument) {
        return working[instrument] != NONE;
    }

    long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < proposed.length; i++) {
            result = StateHash.add(StateHash.add(result, proposed[i]), working[i]);
        }
        return result;
    }

    private void end(int instrument, long clientOrderId) {
        if (clientOrderId != NONE && clientOrderId == proposed[instrument]) {
            proposed[instrument] = NONE;
            working[instrument] = NONE;
        }
    }
}
