package io.v11.ml.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.ml.ModelException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LivePointerTest {
    @TempDir
    private Path models;

    @Test
    void shouldComeBackToWhatWasLiveBefore() {
        LivePointer first = new LivePointer("stack/1", List.of());

        first.write(models);
        LivePointer.require(models).promoted("stack/2").write(models);
        LivePointer.require(models).promoted("stack/3").write(models);

        assertEquals(Optional.of(new LivePointer("stack/3", List.of("stack/1", "stack/2"))), LivePointer.find(models));
        LivePointer.require(models).rolledBack().write(models);
        LivePointer.require(models).rolledBack().write(models);
        assertEquals(first, LivePointer.require(models));
        assertFalse(Files.exists(models.resolve("live.yaml.draft")));
    }

    @Test
    void shouldForgetTheOldestWhenTheHistoryIsFull() {
        LivePointer pointer = new LivePointer("stack/0", List.of());

        for (int i = 1; i <= LivePointer.REMEMBERED + 5; i++) {
            pointer = pointer.promoted("stack/" + i);
        }

        assertEquals(LivePointer.REMEMBERED, pointer.history().size());
        assertEquals("stack/5", pointer.history().getFirst());
    }

    @Test
    void shouldRefuseMovesThatLeadNowhere() {
        LivePointer pointer = new LivePointer("stack/1", List.of());

        assertThrows(ModelException.class, () -> pointer.promoted("stack/1"));
        assertThrows(ModelException.class, pointer::rolledBack);
        assertTrue(assertThrows(ModelException.class, () -> LivePointer.require(models)).getMessage()
                .contains("v11 models promote"));
        assertEquals(Optional.empty(), LivePointer.find(models));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"stack: ../1 \\n history: [] | must be written name/version",
        "stack: stack/1 | key 'history' is missing", "stack: stack/1 \\n history: [x] | must be written name/version",
        "stack: stack/1 \\n history: [] \\n live: yes | unknown key 'live'"})
    void shouldRefuseAFileThatCannotBeMeant(String text, String reason) throws Exception {
        Files.writeString(models.resolve(LivePointer.NAME), text.replace(" \\n ", "\n"));

        ModelException refusal = assertThrows(ModelException.class, () -> LivePointer.find(models));

        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
