package io.v11.journal;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CoreAffinityTest {
    @Test
    void shouldBindOneThreadAndLetItGo() throws InterruptedException {
        String before = CoreAffinity.allowed();
        Assumptions.assumeTrue(before.startsWith("0-"), "needs Linux and cores from 0 on");
        AtomicReference<String> seen = new AtomicReference<>("");

        Thread thread = Thread.ofPlatform().start(() -> {
            boolean pinned = CoreAffinity.pin(1);
            String bound = CoreAffinity.allowed();
            CoreAffinity.release();
            seen.set(pinned + " " + bound + " " + CoreAffinity.allowed());
        });
        thread.join();

        assertEquals("true 1 " + before, seen.get());
        assertEquals(before, CoreAffinity.allowed(), "other threads stay free");
    }

    @Test
    void shouldNameTheCoresThereAreWhenAskedForAnother() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> CoreAffinity.pin(4096));

        assertTrue(refused.getMessage().contains("core 4096"), refused.getMessage());
    }
}
