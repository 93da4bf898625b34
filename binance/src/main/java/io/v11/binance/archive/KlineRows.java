package io.v11.binance.archive;

import java.io.Closeable;
import java.io.IOException;

/** The rows of one kline file. */
interface KlineRows extends Closeable {
    /** Reads the next row; false when there is none. */
    boolean next(KlineRow row) throws IOException;

    /** Line of the row read last, from 1; of a JSON array the element. */
    long number();
}
