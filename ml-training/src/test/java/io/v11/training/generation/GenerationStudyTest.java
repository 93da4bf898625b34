package io.v11.training.generation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.ConfigurationException;
import io.v11.engine.feature.generated.ExpressionList;
import io.v11.engine.feature.generated.Operator;
import io.v11.training.progress.TrainingListener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GenerationStudyTest {
    private static final OperatorCosts TEN_EACH = new OperatorCosts(
            Arrays.stream(Operator.values()).collect(Collectors.toMap(operator -> operator, operator -> 10.0)));

    private static GenerationResult run(PlantedInteraction planted, GenerationSettings settings) {
        int[] rows = planted.labelled;
        int cut = rows.length * 4 / 5;
        return new GenerationStudy(settings, TEN_EACH, PlantedInteraction.base(), TrainingListener.SILENT,
                System::nanoTime).run(planted.data, planted.tapes::of, Arrays.copyOf(rows, cut),
                        Arrays.copyOfRange(rows, cut, rows.length));
    }

    @Test
    void shouldFindAPlantedInteraction() {
        GenerationResult result = run(new PlantedInteraction(3, 6000, 0.8), PlantedInteraction.settings(1e3, 1));

        Chosen best = result.chosen().getFirst();
        assertEquals(Operator.PRODUCT, best.screened().expression().operator());
        assertEquals(List.of("f0", "f1"), best.screened().expression().inputs().stream().sorted().toList());
        assertTrue(best.screened().gain() > 5 * best.screened().band(), best.toString());
        assertTrue(best.validationGain() > best.screened().gain() / 2, best.toString());
    }

    /** The band holds over all candidates together, in 95 % of all cases; the parts of the range make it stricter still. */
    @Test
    void shouldFindNothingInNoise() {
        int found = 0;
        for (long seed = 1; seed <= 20; seed++) {
            GenerationResult result = run(new PlantedInteraction(seed, 2500, 0.0),
                    PlantedInteraction.settings(1e3, seed));
            found += result.chosen().isEmpty() ? 0 : 1;
            assertTrue(result.candidates().size() > 100, "candidates=" + result.candidates().size());
        }
        assertTrue(found <= 1, found + " of 20 sets of noise gave a feature");
    }

    @Test
    void shouldStayWithinTheBudget() {
        PlantedInteraction planted = new PlantedInteraction(3, 4000, 0.8);

        assertEquals(1, run(planted, PlantedInteraction.settings(10.0, 1)).chosen().size());
        GenerationResult none = run(planted, PlantedInteraction.settings(9.9, 1));
        assertEquals(0, none.chosen().size());
        assertTrue(none.unaffordable() > 0 && none.telling() > 0);
        assertEquals(0.0, none.totalNs());
    }

    @Test
    void shouldGiveTheSameListForTheSameSeedAndReadItBack(@TempDir Path folder) throws Exception {
        PlantedInteraction planted = new PlantedInteraction(3, 4000, 0.8);
        GenerationResult first = run(planted, PlantedInteraction.settings(1e3, 7));
        GenerationResult second = run(planted, PlantedInteraction.settings(1e3, 7));

        assertEquals(first, second);
        Path file = folder.resolve("generated.yaml");
        Files.writeString(file, first.list().yaml(GenerationText.heading(first, "a test", "abc")));
        assertEquals(first.list(), ExpressionList.read(file));
        assertFalse(first.list().expressions().isEmpty());
    }

    @Test
    void shouldPrintEveryChosenOneWithItsFigures() {
        GenerationResult result = run(new PlantedInteraction(3, 4000, 0.8), PlantedInteraction.settings(1e3, 7));

        List<String> lines = GenerationText.lines(result);

        for (Chosen chosen : result.chosen()) {
            assertEquals(1, lines.stream().filter(line -> line.startsWith(chosen.screened().expression().name() + " "))
                    .count());
        }
        assertTrue(lines.getLast().contains("validation rows"), lines.getLast());
    }

    @Test
    void shouldNotChooseTwoThatSayTheSame() {
        GenerationResult result = run(new PlantedInteraction(3, 6000, 0.8), PlantedInteraction.settings(1e3, 1));

        for (Chosen chosen : result.chosen()) {
            assertTrue(chosen.closest() <= 0.9, chosen.toString());
        }
    }

    @Test
    void shouldRefuseTooFewRowsAndTooManyCandidates() {
        PlantedInteraction few = new PlantedInteraction(3, 300, 0.8);
        assertTrue(assertThrows(ConfigurationException.class, () -> run(few, PlantedInteraction.settings(1e3, 1)))
                .getMessage().contains("too few"));
        PlantedInteraction planted = new PlantedInteraction(3, 2000, 0.8);
        GenerationSettings narrow = new GenerationSettings(1e3, 10, 6, List.of(5), 20, 8, 100, 0.9, 0.9, 5000, 1);
        assertTrue(assertThrows(ConfigurationException.class, () -> run(planted, narrow)).getMessage()
                .contains("more than 20"));
    }
}
