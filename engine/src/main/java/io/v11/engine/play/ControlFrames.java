package io.v11.engine.play;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Configuration;
import io.v11.config.Limits;
import io.v11.journal.event.Command;
import io.v11.journal.event.ConfigurationEncoder;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.ModelSwapEncoder;
import io.v11.journal.event.OperatorCommandEncoder;
import io.v11.journal.event.TimerEncoder;

/** Encodes the events that the edge itself makes, one at a time into one buffer. Confined to the ingest thread. */
final class ControlFrames {
    private static final int NO_INSTRUMENT = -1;

    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final ConfigurationEncoder configuration = new ConfigurationEncoder();
    private final ModelSwapEncoder modelSwap = new ModelSwapEncoder();
    private final TimerEncoder timer = new TimerEncoder();
    private final OperatorCommandEncoder command = new OperatorCommandEncoder();

    DirectBuffer buffer() {
        return buffer;
    }

    /** Number of frames that the configuration's text takes. */
    static int configurationFrames(byte[] text) {
        return Math.max(1, (text.length + Limits.CONFIGURATION_PART_BYTES - 1) / Limits.CONFIGURATION_PART_BYTES);
    }

    static byte[] configurationText(Configuration effective) {
        return effective.text().getBytes(StandardCharsets.UTF_8);
    }

    int encodeConfiguration(byte[] text, byte[] digest, int frame, long timeNs) {
        int start = frame * Limits.CONFIGURATION_PART_BYTES;
        int length = Math.min(Limits.CONFIGURATION_PART_BYTES, text.length - start);
        configuration.wrapAndApplyHeader(buffer, 0, header).putDigest(digest, 0, digest.length);
        configuration.putText(text, start, length);
        return finish(configuration.encodedLength(), timeNs, frame, frame == configurationFrames(text) - 1);
    }

    int encodeModelSwap(String model, byte[] digest, long timeNs) {
        modelSwap.wrapAndApplyHeader(buffer, 0, header).putDigest(digest, 0, digest.length).model(model);
        return finish(modelSwap.encodedLength(), timeNs, 0, true);
    }

    int encodeTimer(int timerId, long dueTimeNs) {
        timer.wrapAndApplyHeader(buffer, 0, header).timerId(timerId).dueTimeNs(dueTimeNs);
        return finish(timer.encodedLength(), dueTimeNs, 0, true);
    }

    int encodeCommand(Command what, String author, long timeNs) {
        command.wrapAndApplyHeader(buffer, 0, header).command(what).author(author);
        return finish(command.encodedLength(), timeNs, 0, true);
    }

    private int finish(int bodyLength, long timeNs, int frame, boolean last) {
        header.sequence(0).ingestTimeNs(timeNs).venueTimeNs(0).instrument(NO_INSTRUMENT).frameIndex(frame)
                .lastFrame(last ? 1 : 0);
        return EventHeaderEncoder.ENCODED_LENGTH + bodyLength;
    }
}
