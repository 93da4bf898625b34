package io.v11.training.data;

import java.util.Collections;
import java.util.stream.IntStream;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.ml.FeatureSchema;

/** Slots as the market and feature stages would leave them, made by hand. */
public final class Slots {
    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[EventHeaderEncoder.ENCODED_LENGTH]);
    private final EventHeaderEncoder header = new EventHeaderEncoder().wrap(frame, 0);
    private final EngineEvent slot;
    private boolean normalised;
    private long sequence;

    public Slots(int features) {
        slot = new EngineEvent(features, 1, 1);
    }

    /** Features f0, f1, ... */
    public static FeatureSchema schema(int features) {
        return FeatureSchema.of(IntStream.range(0, features).mapToObj(i -> "f" + i).toList(),
                Collections.nCopies(features, "one"));
    }

    /** Decisions bear normalised values from here on: half of each value. */
    public void normalise() {
        normalised = true;
    }

    /** A change of the book of one instrument; a null row is no decision, NaN an invalid feature. */
    public EngineEvent book(int instrument, long timeNs, long bidE8, long askE8, double... row) {
        load(instrument, timeNs);
        slot.market().present = true;
        slot.market().synced = true;
        slot.market().topValid = bidE8 < askE8;
        slot.market().bidPriceE8 = bidE8;
        slot.market().askPriceE8 = askE8;
        fill(row);
        return slot;
    }

    /** A minute bar that ends now, without a book. */
    public EngineEvent minute(int instrument, long endNs, long closeE8, double... row) {
        load(instrument, endNs);
        slot.market().present = true;
        slot.market().closedBars = BarLength.MINUTE.bit();
        slot.market().bar(BarLength.MINUTE).openTimeNs = endNs - BarLength.MINUTE.timeNs();
        slot.market().bar(BarLength.MINUTE).closeE8 = closeE8;
        fill(row);
        return slot;
    }

    /** The book of the instrument is no longer in sequence. */
    public EngineEvent lost(int instrument, long timeNs) {
        load(instrument, timeNs);
        slot.market().present = true;
        return slot;
    }

    private void fill(double... row) {
        if (row != null && row.length > 0) {
            slot.features().clear();
            for (int i = 0; i < row.length; i++) {
                slot.features().set(i, row[i]);
                if (normalised) {
                    slot.features().normalised(i, (float) (row[i] / 2.0));
                }
            }
            slot.features().ready(true);
        }
    }

    private void load(int instrument, long timeNs) {
        header.ingestTimeNs(timeNs).instrument(instrument);
        slot.load(frame, 0, EventHeaderEncoder.ENCODED_LENGTH, ++sequence);
    }
}
