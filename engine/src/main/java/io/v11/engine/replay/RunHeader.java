package io.v11.engine.replay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.journal.JournalReader;
import io.v11.journal.event.ConfigurationDecoder;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.ModelSwapDecoder;

/**
 * What the first events of a run say: when it began, what the engine was told, which models it was given.
 *
 * @param firstTimeNs ingest time of the first event, ns since the epoch
 */
public record RunHeader(long firstTimeNs, Configuration configuration, List<Model> models) {
    /** @param name {@code name/version}  @param manifestSha256 lower-case hexadecimal */
    public record Model(String name, String manifestSha256) {
    }

    /** Reads the head of a run's input log; throws when it is no run of this version of the engine. */
    public static RunHeader read(Path run) {
        try (JournalReader reader = JournalReader.open(run.resolve("input"))) {
            EventHeaderDecoder header = new EventHeaderDecoder();
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            List<Model> models = new ArrayList<>();
            long firstTimeNs = 0;
            byte[] digest = null;
            while (reader.next()) {
                header.wrap(reader.buffer(), reader.offset());
                firstTimeNs = firstTimeNs == 0 ? header.ingestTimeNs() : firstTimeNs;
                if (header.templateId() == ConfigurationDecoder.TEMPLATE_ID) {
                    digest = readPart(reader, header, text);
                } else if (header.templateId() == ModelSwapDecoder.TEMPLATE_ID) {
                    models.add(readModel(reader, header));
                } else {
                    break;
                }
            }
            return new RunHeader(firstTimeNs, configuration(run, text, digest), models);
        }
    }

    private static Configuration configuration(Path run, ByteArrayOutputStream text, byte[] digest) {
        if (digest == null) {
            throw new ConfigurationException(run + " does not begin with a configuration: it is no run of the engine."
                    + " Play imported market data with: v11 run --journal " + run);
        }
        Configuration configuration = parsed(run, text.toString(StandardCharsets.UTF_8));
        if (!HexFormat.of().formatHex(digest).equals(configuration.digestHex())) {
            throw new ConfigurationException(run + ": the configuration's SHA-256 is " + configuration.digestHex()
                    + ", the journal says " + HexFormat.of().formatHex(digest)
                    + "; it was written by another version of V11, replay it with that one");
        }
        return configuration;
    }

    private static Configuration parsed(Path run, String text) {
        try {
            return Configuration.parse(run + "/input", text);
        } catch (ConfigurationException e) {
            throw new ConfigurationException("the configuration in " + e.getMessage()
                    + "; the run was written by another version of V11, replay it with that one", e);
        }
    }

    private static byte[] readPart(JournalReader reader, EventHeaderDecoder header, ByteArrayOutputStream text) {
        ConfigurationDecoder part = new ConfigurationDecoder().wrapAndApplyHeader(reader.buffer(), reader.offset(),
                header);
        byte[] digest = new byte[ConfigurationDecoder.digestLength()];
        part.getDigest(digest, 0, digest.length);
        byte[] bytes = new byte[part.textLength()];
        part.getText(bytes, 0, bytes.length);
        text.writeBytes(bytes);
        return digest;
    }

    private static Model readModel(JournalReader reader, EventHeaderDecoder header) {
        ModelSwapDecoder swap = new ModelSwapDecoder().wrapAndApplyHeader(reader.buffer(), reader.offset(), header);
        byte[] digest = new byte[ModelSwapDecoder.digestLength()];
        swap.getDigest(digest, 0, digest.length);
        return new Model(swap.model(), HexFormat.of().formatHex(digest));
    }
}
