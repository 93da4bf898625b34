package io.v11.binance.archive;

/** Told how far a long import is, for a progress bar; called on the importing thread, a few hundred times in all. */
@FunctionalInterface
public interface ImportProgress {
    /** Nobody watches. */
    ImportProgress NONE = (done, total) -> {
    };

    /** @param bytesDone of the input files, as they lie on the disk */
    void onProgress(long bytesDone, long bytesTotal);
}
