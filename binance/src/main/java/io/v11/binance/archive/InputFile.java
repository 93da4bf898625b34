package io.v11.binance.archive;

import java.nio.file.Path;

import io.v11.config.ExternalSeries;
import io.v11.config.Instrument;

/** A recognised input: where it lies, what was found in it, and by which bytes it is known again. */
sealed interface InputFile {
    Path path();

    long bytes();

    String sha256();

    /** What the file was taken for, a part of an import's identity. */
    String as();

    /** A raw capture of one instrument's streams. */
    record Capture(Path path, Instrument instrument, long bytes, String sha256) implements InputFile {
        @Override
        public String as() {
            return instrument.qualifiedName() + " CAPTURE";
        }
    }

    /**
     * Bars of one instrument.
     *
     * @param intervalNs 0 while only the content can tell
     */
    record Klines(Path path, Format format, Instrument instrument, long intervalNs, long bytes,
            String sha256) implements InputFile {

        /** How the bars are written. */
        enum Format {
            KLINE_ZIP, KLINE_JSON
        }

        Klines withInterval(long nanos) {
            return new Klines(path, format, instrument, nanos, bytes, sha256);
        }

        @Override
        public String as() {
            return instrument.qualifiedName() + " " + format + " " + KlineInterval.name(intervalNs);
        }
    }

    /** Values of one external series. */
    record Series(Path path, ExternalSeries series, long bytes, String sha256) implements InputFile {
        @Override
        public String as() {
            return series + " SERIES";
        }
    }
}
