package io.v11.training.trainer.sequence;

import java.util.ArrayList;
import java.util.List;

import org.agrona.collections.IntArrayList;

import io.v11.config.Limits;
import io.v11.training.data.Dataset;

/**
 * The streams of a data set: all decisions of an instrument, labelled or not, in their order, up to a fresh start. A fresh
 * start is another journal, a book that was lost ({@link Dataset#episode}), or too long a pause: the rule of a served model.
 */
final class Streams {
    private static final long NS_PER_MS = 1_000_000L;

    private Streams() {
    }

    /** Row numbers of each stream, ascending; every row is in one stream. */
    static List<int[]> of(Dataset data, long maximumGapMs) {
        IntArrayList[] open = new IntArrayList[Limits.INSTRUMENTS];
        List<int[]> streams = new ArrayList<>();
        for (int row = 0; row < data.rows(); row++) {
            int instrument = data.instrument(row);
            if (open[instrument] == null) {
                open[instrument] = new IntArrayList();
            }
            IntArrayList stream = open[instrument];
            if (!stream.isEmpty() && startsAfresh(data, stream.getInt(stream.size() - 1), row, maximumGapMs)) {
                streams.add(stream.toIntArray());
                stream.clear();
            }
            stream.addInt(row);
        }
        for (IntArrayList stream : open) {
            if (stream != null && !stream.isEmpty()) {
                streams.add(stream.toIntArray());
            }
        }
        return streams;
    }

    private static boolean startsAfresh(Dataset data, int before, int row, long maximumGapMs) {
        long gapNs = data.eventTimeNs(row) - data.eventTimeNs(before);
        return data.source(before) != data.source(row) || data.episode(before) != data.episode(row) || gapNs < 0
                || gapNs > maximumGapMs * NS_PER_MS;
    }
}
