package io.v11.engine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.v11.config.Profile.Threading;
import io.v11.config.Profile.Threading.Mode;
import io.v11.config.Profile.Threading.Wait;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.Stage;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.TimerEncoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The failure recipe, in every mode and with every stage as the one that throws. */
class PipelineFailureTest {
    private static final List<String> ROLES = List.of("journal", "market", "risk", "execution", "dispatch", "monitor");
    private static final long FAILING_SEQUENCE = 500;
    private static final int EVENTS = 2_000;

    record Case(Mode mode, List<List<String>> groups, String failing) {
    }

    static Stream<Case> cases() {
        List<List<String>> gateInside = List.of(List.of("journal"), List.of("market", "risk", "execution"),
                List.of("dispatch", "monitor"));
        List<List<String>> gateBefore = List.of(List.of("journal"), List.of("market", "risk"),
                List.of("execution", "dispatch"), List.of("monitor"));
        return ROLES.stream().flatMap(role -> Stream.of(new Case(Mode.INVOKER, List.of(), role),
                new Case(Mode.SHARED, List.of(), role), new Case(Mode.DEDICATED, List.of(), role),
                new Case(Mode.DEDICATED, gateInside, role), new Case(Mode.DEDICATED, gateBefore, role)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldSendNothingAfterAStageThrewAndEndAllThreads(Case failing) {
        AtomicLong lastDispatched = new AtomicLong();
        AtomicInteger cancels = new AtomicInteger();
        List<Stage> stages = ROLES.stream().<Stage>map(role -> stage(role, failing.failing(), lastDispatched)).toList();
        Pipeline pipeline = start(stages, failing, cancels);
        List<Thread> threads = pipeline.threads();

        int taken = publish(pipeline);
        pipeline.close();

        EngineFailure failure = pipeline.failure();
        assertEquals(failing.failing(), failure.stage());
        assertEquals(FAILING_SEQUENCE, failure.sequence());
        assertEquals("planted", failure.cause().getMessage());
        assertFalse(failure.frameHex().isEmpty());
        assertTrue(taken < EVENTS, "the publisher was not stopped");
        if (!failing.failing().equals("monitor")) { // monitor stands behind dispatch: nothing is left to hold back
            assertTrue(lastDispatched.get() < FAILING_SEQUENCE, "dispatched " + lastDispatched.get());
        }
        if (failing.mode() == Mode.INVOKER) {
            assertTrue(lastDispatched.get() >= FAILING_SEQUENCE - 1, "dispatched " + lastDispatched.get());
        }
        assertEquals(1, cancels.get(), "open orders cancelled once");
        threads.stream().filter(thread -> thread != Thread.currentThread())
                .forEach(thread -> assertFalse(thread.isAlive(), thread.getName()));
        assertEquals(0, pipeline.publish(frame(), 0, 60, 0), "a stopped engine takes nothing");
    }

    @Test
    void shouldHoldExecutionBackUntilASlowJournalHasAppended() {
        AtomicLong journaled = new AtomicLong();
        AtomicInteger early = new AtomicInteger();
        Stage journal = new NamedStage("journal", event -> {
            spin(20_000);
            journaled.set(event.sequence());
        });
        Stage execution = new NamedStage("execution", event -> {
            if (journaled.get() < event.sequence()) {
                early.incrementAndGet();
            }
        });
        List<Stage> stages = List.of(journal, new NamedStage("market", event -> {
        }), new NamedStage("risk", event -> {
        }), execution, new NamedStage("dispatch", event -> {
        }));
        for (List<List<String>> groups : List.of(
                List.of(List.of("journal"), List.of("market", "risk", "execution", "dispatch")),
                List.of(List.of("journal"), List.of("market", "risk"), List.of("execution", "dispatch")))) {
            journaled.set(0);
            try (Pipeline pipeline = start(stages, new Case(Mode.DEDICATED, groups, "none"), new AtomicInteger())) {
                assertEquals(EVENTS, publish(pipeline));
                pipeline.awaitProcessed();
                assertEquals(EVENTS, journaled.get());
            }
        }
        assertEquals(0, early.get());
    }

    private static Pipeline start(List<Stage> stages, Case failing, AtomicInteger cancels) {
        Threading wish = new Threading(failing.mode(), Wait.YIELDING, 64, false, failing.groups());
        List<String> roles = stages.stream().map(Stage::roleName).toList();
        return new Pipeline(stages, new ThreadPlanner(roles, 2).plan(wish), () -> new EngineEvent(1, 1, roles.size()),
                LatencyProbe.OFF, core -> {
                }, timeNs -> cancels.incrementAndGet());
    }

    private static int publish(Pipeline pipeline) {
        UnsafeBuffer frame = frame();
        for (int i = 0; i < EVENTS; i++) {
            if (pipeline.publish(frame, 0, 60, 0) == 0) {
                return i;
            }
        }
        return EVENTS;
    }

    private static UnsafeBuffer frame() {
        UnsafeBuffer frame = new UnsafeBuffer(ByteBuffer.allocateDirect(128));
        new TimerEncoder().wrapAndApplyHeader(frame, 0, new EventHeaderEncoder()).timerId(1).dueTimeNs(2);
        return frame;
    }

    private static Stage stage(String role, String failing, AtomicLong lastDispatched) {
        return new NamedStage(role, event -> {
            if (role.equals(failing) && event.sequence() == FAILING_SEQUENCE) {
                throw new IllegalStateException("planted");
            }
            if (role.equals("dispatch")) {
                lastDispatched.set(event.sequence());
            }
        });
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }

    private interface Handler {
        void onEvent(EngineEvent event);
    }

    private record NamedStage(String roleName, Handler handler) implements Stage {
        @Override
        public void onEvent(EngineEvent event) {
            handler.onEvent(event);
        }
    }
}
