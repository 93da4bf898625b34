package io.v11.training.backtest.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

import io.v11.config.ConfigurationException;
import io.v11.config.Instruments;
import io.v11.engine.play.Span;
import io.v11.journal.JournalReader;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.training.optimisation.ledger.DataIdentity;

/**
 * What a journal of market data holds, found by reading all of it once.
 *
 * @param folder      with {@code input}
 * @param firstNs     ingest time of the first event of an instrument
 * @param lastNs      of the last
 * @param instruments ids that have events, ascending
 * @param digest      SHA-256 of all frames
 */
public record MarketJournal(Path folder, long firstNs, long lastNs, List<Integer> instruments, String digest) {

    /** Reads it; a damaged journal is an exception that names the record. */
    public static MarketJournal read(Path folder) {
        Path input = folder.resolve("input");
        if (!Files.isDirectory(input)) {
            throw new ConfigurationException(
                    folder + " is no journal: it has no input log; make one with v11 import --to "
                            + folder + " FILES");
        }
        EventHeaderDecoder header = new EventHeaderDecoder();
        TreeSet<Integer> seen = new TreeSet<>();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        MessageDigest digest = sha256();
        byte[] frame = new byte[1 << 16];
        try (JournalReader reader = JournalReader.open(input)) {
            while (reader.next()) {
                reader.buffer().getBytes(reader.offset(), frame, 0, reader.length());
                digest.update(frame, 0, reader.length());
                header.wrap(reader.buffer(), reader.offset());
                if (header.instrument() >= 0) {
                    seen.add(header.instrument());
                    first = Math.min(first, header.ingestTimeNs());
                    last = Math.max(last, header.ingestTimeNs());
                }
            }
        }
        if (seen.isEmpty()) {
            throw new ConfigurationException(folder + " holds no market event");
        }
        return new MarketJournal(folder, first, last, List.copyOf(seen), HexFormat.of().formatHex(digest.digest()));
    }

    /** Qualified names of the instruments that have events. */
    public List<String> names(Instruments known) {
        List<String> names = new ArrayList<>();
        for (int id : instruments) {
            if (id >= known.count()) {
                throw new ConfigurationException(folder + " has events of instrument " + id + ", of which the "
                        + "configuration knows nothing: it was made with another config/instruments.yaml");
            }
            names.add(known.get(id).qualifiedName());
        }
        return names;
    }

    /** As the ledger of trials knows it: by symbol, for spot and perpetual move as one. */
    public DataIdentity identity(Instruments known) {
        List<String> symbols = instruments.stream().map(id -> known.get(id).symbol()).toList();
        return new DataIdentity(digest, symbols);
    }

    /** The part of the span that the journal covers, ends filled in; refuses one that it does not cover at all. */
    public Span covered(Span span) {
        if (span.untilNs() <= firstNs || span.fromNs() > lastNs) {
            throw new ConfigurationException(folder + " has no data in the range asked for: it holds "
                    + Instant.ofEpochSecond(0, firstNs) + " to " + Instant.ofEpochSecond(0, lastNs));
        }
        return new Span(Math.max(span.fromNs(), firstNs), Math.min(span.untilNs(), lastNs + 1));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
