package io.v11.engine.record;

import java.util.ArrayList;
import java.util.List;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.trading.OrderFrames;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.FeatureVectorDecoder;
import io.v11.journal.event.ModelScoresDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecordStageTest {
    private final OrderFrames frames = new OrderFrames();
    private final List<UnsafeBuffer> log = new ArrayList<>();
    private final RecordStage stage = new RecordStage((frame, offset, length) -> {
        UnsafeBuffer copy = new UnsafeBuffer(new byte[length]);
        copy.putBytes(0, frame, offset, length);
        log.add(copy);
    }, 42L, true);

    @Test
    void shouldKeepWhatWasLeftOutAndWhetherItIsConfident() {
        EngineEvent event = decision();
        event.scores().skippedMask(0b10);
        event.scores().set(0, 0.75);
        event.scores().ensemble(0.625);
        event.scores().confident(false);

        ModelScoresDecoder scores = recorded(event);

        assertEquals(0.625, scores.ensemble());
        assertEquals(0b01, scores.validModels());
        assertEquals(0b10, scores.skippedModels());
        assertEquals(0, scores.confident());
        ModelScoresDecoder.ScoresDecoder members = scores.scores();
        assertEquals(2, members.count());
        assertEquals(0.75, members.next().score());
        assertEquals(0.0, members.next().score());
    }

    @Test
    void shouldSayThatADecisionIsConfident() {
        EngineEvent event = decision();
        event.scores().ensemble(0.625);

        ModelScoresDecoder scores = recorded(event);

        assertEquals(1, scores.confident());
        assertEquals(0, scores.skippedModels());
    }

    @Test
    void shouldKeepADecisionThatWasNotScored() {
        EngineEvent event = decision();
        event.scores().skippedMask(0b11);

        ModelScoresDecoder scores = recorded(event);

        assertTrue(Double.isNaN(scores.ensemble()));
        assertEquals(0, scores.validModels());
        assertEquals(0b11, scores.skippedModels());
        assertEquals(0, scores.confident());
    }

    @Test
    void shouldKeepNothingOfAnEventThatIsNoDecision() {
        stage.onEvent(frames.quiet(0));

        assertEquals(0, log.size());
    }

    private EngineEvent decision() {
        EngineEvent event = frames.quiet(0);
        event.features().ready(true);
        return event;
    }

    private ModelScoresDecoder recorded(EngineEvent event) {
        stage.onEvent(event);
        EventHeaderDecoder header = new EventHeaderDecoder();
        assertEquals(2, log.size());
        assertEquals(FeatureVectorDecoder.TEMPLATE_ID, header.wrap(log.get(0), 0).templateId());
        assertEquals(event.sequence(), header.wrap(log.get(1), 0).sequence());
        assertEquals(3, header.version());
        return new ModelScoresDecoder().wrapAndApplyHeader(log.get(1), 0, header);
    }
}
