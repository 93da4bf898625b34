package io.v11.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EventDocumentationTest {
    private static final Path PAGE = Path.of("..", "docs", "events.md");

    @Test
    void shouldBeWhatTheSchemaSays() throws IOException {
        String generated = EventDocumentation.markdown();
        if (Boolean.getBoolean("v11.regenerate")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, generated);
        }

        assertTrue(Files.exists(PAGE), "docs/events.md is missing; write it with: " + EventDocumentation.REGENERATE);
        assertEquals(generated, Files.readString(PAGE),
                "docs/events.md is not what events.xml says; write it anew with: " + EventDocumentation.REGENERATE);
    }

    @Test
    void shouldDescribeEveryMessage() {
        String page = EventDocumentation.markdown();

        FlyweightLayoutTest.messages()
                .forEach(message -> assertTrue(page.contains("\n### " + message + "\n"), message));
    }
}
