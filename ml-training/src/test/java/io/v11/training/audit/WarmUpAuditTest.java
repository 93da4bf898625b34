package io.v11.training.audit;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.group.Settling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WarmUpAuditTest {
    @Test
    void shouldFindEveryClaimTrueThatTheJournalIsLongEnoughFor(@TempDir Path log) {
        KlineJournal.write(log, 3, 4000);

        List<WarmUpAudit.Finding> findings = new WarmUpAudit(log, KlineJournal.INSTRUMENTS, DecisionCadence.BAR_CLOSE)
                .run(5);

        assertEquals(FeatureCatalog.size(), findings.size());
        for (WarmUpAudit.Finding finding : findings) {
            assertTrue(finding.holds(), finding.toString());
        }
        long proved = findings.stream().filter(finding -> finding.compared() > 0).count();
        assertTrue(proved > 150, "proved=" + proved);
    }

    @Test
    void shouldFindAFeatureThatRemembersLongerThanItSays(@TempDir Path log) {
        KlineJournal.write(log, 3, 600);
        // An average over 20 bars that claims to have settled at once.
        List<WarmUpAudit.Finding> findings = new WarmUpAudit(log, KlineJournal.INSTRUMENTS,
                DecisionCadence.BAR_CLOSE) {
            @Override
            Settling claim(int feature) {
                return FeatureCatalog.names().get(feature).equals("min_close_ema_20_bps")
                        ? Settling.AT_ONCE
                        : super.claim(feature);
            }
        }.run(3);

        List<String> refuted = findings.stream().filter(finding -> !finding.holds())
                .map(finding -> finding.feature().name()).toList();
        assertEquals(List.of("min_close_ema_20_bps"), refuted);
    }
}
