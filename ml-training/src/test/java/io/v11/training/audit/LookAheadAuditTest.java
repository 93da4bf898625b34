package io.v11.training.audit;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.slot.EngineEvent;
import io.v11.training.data.HorizonLabels;
import io.v11.training.data.HorizonLabels.Price;
import io.v11.training.data.Labels;
import io.v11.training.data.label.LabelRule;
import io.v11.training.progress.TrainingListener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LookAheadAuditTest {
    private static final int MINUTES = 400;

    @TempDir
    private Path log;

    @BeforeEach
    void write() {
        KlineJournal.write(log, 7, MINUTES);
    }

    @Test
    void shouldFindNothingWhenNothingLooksAhead() {
        LookAheadAudit.Result result = run(new LookAheadAudit(log, KlineJournal.INSTRUMENTS,
                DecisionCadence.BAR_CLOSE, LookAheadAuditTest::labels));

        assertEquals(MINUTES, result.events());
        assertEquals(MINUTES, result.decisions());
        assertEquals(50, result.points());
        assertTrue(result.compared() > 50 * MINUTES / 3, "compared=" + result.compared());
        assertTrue(result.found().isEmpty(), result.found().toString());
    }

    @Test
    void shouldNameTheFeatureThatKnowsHowTheJournalEnds() {
        LookAheadAudit.Result result = run(new LookAheadAudit(log, KlineJournal.INSTRUMENTS,
                DecisionCadence.BAR_CLOSE, LookAheadAuditTest::labels) {
            @Override
            AuditPass pass(long events) {
                return new AuditPass(KlineJournal.INSTRUMENTS, DecisionCadence.BAR_CLOSE, labels()) {
                    @Override
                    void conclude(EngineEvent event) {
                        super.conclude(event);
                        if (event.sequence() + 10 > events) {
                            event.features().set(3, 1e9);
                        }
                    }
                };
            }
        });

        assertFalse(result.found().isEmpty());
        for (LookAheadAudit.Difference difference : result.found()) {
            assertEquals(FeatureCatalog.names().subList(3, 4), difference.features());
            assertTrue(difference.sequence() > difference.cut() - 10, difference.toString());
        }
    }

    @Test
    void shouldRefuseAJournalWithoutDecisions() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> run(new LookAheadAudit(log, KlineJournal.INSTRUMENTS, DecisionCadence.TOP_CHANGE,
                        List::of)));

        assertTrue(refused.getMessage().contains("BAR_CLOSE"), refused.getMessage());
    }

    private static List<Labels> labels() {
        return LabelRule.ofEveryKind(Price.CLOSE).stream().map(rule -> rule.labels(Price.CLOSE)).toList();
    }

    @Test
    void shouldFindALabelThatDependsOnWhatComesAfterItsEnd() {
        boolean[] first = {true};
        LookAheadAudit audit = new LookAheadAudit(log, KlineJournal.INSTRUMENTS, DecisionCadence.BAR_CLOSE, () -> {
            // The replay of the whole is the first; it alone calls every tenth label by another name.
            boolean whole = first[0];
            first[0] = false;
            return List.of(new HorizonLabels(Price.CLOSE, 600_000_000_000L, 0.0) {
                @Override
                public boolean up(int row) {
                    return super.up(row) ^ (whole && row % 10 == 0);
                }
            });
        });

        LookAheadAudit.Result result = run(audit);

        assertTrue(result.found().size() > 40, result.found().toString());
        assertTrue(result.found().getFirst().features().getFirst().startsWith("label"), result.found().toString());
    }

    @Test
    void shouldFindALabelThatEndsBehindTheCutThatKnowsIt() {
        LookAheadAudit audit = new LookAheadAudit(log, KlineJournal.INSTRUMENTS, DecisionCadence.BAR_CLOSE,
                () -> List.of(new HorizonLabels(Price.CLOSE, 600_000_000_000L, 0.0) {
                    @Override
                    public long endNs(int row) {
                        return super.endNs(row) + 600_000_000_000L;
                    }
                }));

        LookAheadAudit.Result result = run(audit);

        assertTrue(result.found().size() > 40, result.found().toString());
    }

    private static LookAheadAudit.Result run(LookAheadAudit audit) {
        return audit.run(50, 1, 2, TrainingListener.SILENT, System::nanoTime);
    }
}
