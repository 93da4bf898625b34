package io.v11.binance.archive;

import java.nio.file.Path;

import io.v11.config.Instrument;

/**
 * A recognised input.
 *
 * @param intervalNs of klines; 0 when the content tells, and for captures
 */
record InputFile(Path path, Kind kind, Instrument instrument, long intervalNs, long bytes, String sha256) {

    /** Format of a file. */
    enum Kind {
        CAPTURE, KLINE_ZIP, KLINE_JSON
    }
}
