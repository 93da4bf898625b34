package io.v11.training.audit;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.Invalidity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ValidityCountTest {
    @Test
    void shouldAccountForEveryValue(@TempDir Path log) {
        KlineJournal.write(log, 5, 300);

        ValidityCount count = ValidityCount.of(log, KlineJournal.INSTRUMENTS, DecisionCadence.BAR_CLOSE);

        long invalid = count.byCause().values().stream().mapToLong(Long::longValue).sum();
        assertEquals(300, count.decisions());
        assertEquals(300L * FeatureCatalog.size(), count.valid() + invalid);
        assertTrue(count.valid() > 0);
        // Klines bring no book.
        int spread = FeatureCatalog.names().indexOf("spread_bps");
        assertEquals(300, count.byFeature()[spread][Invalidity.NOT_WARM.ordinal()]);
        assertTrue(count.worst(Invalidity.NOT_WARM, 3).size() == 3);
    }
}
