package io.v11.training.data.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.v11.engine.slot.EngineEvent;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.HorizonLabels.Price;
import io.v11.training.data.Labels;
import io.v11.training.data.Slots;

/** Random walks of two instruments with wide and lost books, or with missing bars; all of it can be cut anywhere. */
record RandomEvents(Price price, List<Event> events) {
    private static final long SECOND = 1_000_000_000L;

    /** @param known the book is in sequence */
    record Event(int instrument, long timeNs, long bidE8, long askE8, boolean known, boolean decision) {
    }

    static RandomEvents mids(long seed, int count) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        long[] bid = {1_000_000, 5_000_000};
        long timeNs = 0;
        for (int i = 0; i < count; i++) {
            timeNs += random.nextInt(5) == 0 ? SECOND : 1 + random.nextInt(400_000_000);
            int instrument = random.nextInt(2);
            bid[instrument] += random.nextInt(2) == 0 ? 50L * (random.nextInt(5) - 2) : 0;
            events.add(new Event(instrument, timeNs, bid[instrument], bid[instrument] + 20 * (1 + random.nextInt(3)),
                    random.nextInt(60) > 0, random.nextInt(3) > 0));
        }
        return new RandomEvents(Price.MID, events);
    }

    static RandomEvents closes(long seed, int count) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        long[] close = {1_000_000, 5_000_000};
        for (int i = 1; i <= count / 2; i++) {
            for (int instrument = 0; instrument < 2; instrument++) {
                close[instrument] += random.nextInt(2001) - 1000;
                if (random.nextInt(40) > 0) {
                    events.add(new Event(instrument, i * 60 * SECOND + instrument, close[instrument], 0, true, true));
                }
            }
        }
        return new RandomEvents(Price.CLOSE, events);
    }

    /** What is known after the first events. */
    Dataset replay(Labels labels, int count) {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        Slots slots = new Slots(1);
        builder.beginSource();
        for (Event event : events.subList(0, count)) {
            builder.onEvent(slot(slots, event));
        }
        return builder.build();
    }

    private EngineEvent slot(Slots slots, Event event) {
        double[] row = event.decision ? new double[]{1.0} : null;
        if (!event.known) {
            return slots.lost(event.instrument, event.timeNs);
        }
        return price == Price.MID
                ? slots.book(event.instrument, event.timeNs, event.bidE8, event.askE8, row)
                : slots.minute(event.instrument, event.timeNs, event.bidE8, row);
    }

    /** Events up to a time, itself included. */
    int countUntil(long timeNs) {
        int count = 0;
        while (count < events.size() && events.get(count).timeNs <= timeNs) {
            count++;
        }
        return count;
    }
}
