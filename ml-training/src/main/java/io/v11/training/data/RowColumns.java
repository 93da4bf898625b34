package io.v11.training.data;

import java.util.Arrays;

/** When, where and of whom each row is: growing primitive columns, 36 bytes a row. Written by one thread, then only read. */
final class RowColumns {
    private long[] timeNs = new long[1024];
    private long[] sequence = new long[1024];
    private long[] hash = new long[1024];
    private int[] instrument = new int[1024];
    private int[] source = new int[1024];
    private int[] episode = new int[1024];
    private int rows;

    void append(long eventTimeNs, long eventSequence, long vectorHash, int ofInstrument, int ofSource,
            int ofEpisode) {
        if (rows == timeNs.length) {
            int capacity = Math.multiplyExact(rows, 2);
            timeNs = Arrays.copyOf(timeNs, capacity);
            sequence = Arrays.copyOf(sequence, capacity);
            hash = Arrays.copyOf(hash, capacity);
            instrument = Arrays.copyOf(instrument, capacity);
            source = Arrays.copyOf(source, capacity);
            episode = Arrays.copyOf(episode, capacity);
        }
        timeNs[rows] = eventTimeNs;
        sequence[rows] = eventSequence;
        hash[rows] = vectorHash;
        instrument[rows] = ofInstrument;
        source[rows] = ofSource;
        episode[rows] = ofEpisode;
        rows++;
    }

    long timeNs(int row) {
        return timeNs[row];
    }

    long sequence(int row) {
        return sequence[row];
    }

    long hash(int row) {
        return hash[row];
    }

    int instrument(int row) {
        return instrument[row];
    }

    int source(int row) {
        return source[row];
    }

    int episode(int row) {
        return episode[row];
    }
}
