package io.v11.journal;

import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * Reads a whole log and says how it stands, without changing a byte: what a start would find, as a value instead of an exception.
 * For a log that is not being written. Cold path.
 */
public final class JournalVerifier {
    private static final long PROGRESS_INTERVAL = 1 << 16;

    private JournalVerifier() {
    }

    public static VerificationReport verify(Path folder) {
        return verify(folder, _ -> {
        });
    }

    /** @param progress told the number of events read so far, now and then */
    public static VerificationReport verify(Path folder, LongConsumer progress) {
        LogFolder.existingParts(folder);
        EventCounts counts = new EventCounts();
        try (RecordScanner scanner = new RecordScanner(folder)) {
            while (scanner.next() == RecordScanner.EVENT) {
                counts.count(scanner.buffer(), scanner.eventOffset(), scanner.eventLength());
                if (scanner.lastRecord() % PROGRESS_INTERVAL == 0) {
                    progress.accept(scanner.lastRecord());
                }
            }
            progress.accept(scanner.lastRecord());
            return judge(folder, scanner, counts);
        }
    }

    private static VerificationReport judge(Path folder, RecordScanner scanner, EventCounts counts) {
        long acknowledged = -1;
        String unusableMark = "";
        try (HighWaterMark mark = HighWaterMark.read(folder)) {
            acknowledged = mark.record();
        } catch (JournalException unusable) {
            unusableMark = unusable.getMessage();
        }
        LogTail tail = LogTail.of(scanner, acknowledged);
        JournalCorruptException corrupt = null;
        if (tail.verdict() == LogTail.Verdict.CORRUPT) {
            corrupt = scanner.corrupt(tail.detail());
        } else if (acknowledged < 0) {
            corrupt = scanner.corrupt(unusableMark);
        }
        VerificationReport.Status status = corrupt != null
                ? VerificationReport.Status.CORRUPT
                : tail.verdict() == LogTail.Verdict.TORN
                        ? VerificationReport.Status.TORN_TAIL
                        : VerificationReport.Status.INTACT;
        String detail = corrupt != null && acknowledged < 0 ? unusableMark : tail.detail();
        return new VerificationReport(folder, status, counts.total(), counts.byMessage(), scanner.links(),
                scanner.chainedRecord(), scanner.rollingHash(), acknowledged, counts.firstSequence(),
                counts.lastSequence(), counts.firstTimeNs(), counts.lastTimeNs(),
                corrupt == null ? 0 : corrupt.firstBadRecord(), corrupt == null ? 0 : corrupt.firstBadSequence(),
                detail,
                corrupt == null ? "" : corrupt.remedy());
    }
}
