package io.v11.benchmarks.ratio;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.setting.TestHome;
import io.v11.benchmarks.subject.Workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every question can be asked and both sides answer right; contenders throw when they do not. */
class QuestionsTest {
    private static Workbench bench;

    @BeforeAll
    static void open() {
        bench = Workbench.open(TestHome.find(), "backtest", new Cores(false));
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void shouldAskEveryQuestionAndGetRightAnswers() {
        List<Questions.Planned> planned = new Questions(bench).all(name -> true);

        for (Questions.Planned one : planned) {
            try (Question question = one.maker().get()) {
                Answer answer = new SideBySide(Protocol.smoke(), bench.cores()).ask(question);

                assertEquals(one.name(), question.name());
                assertEquals(Protocol.smoke().pairs(), answer.pairs());
                assertTrue(answer.line().startsWith(one.name()), answer.line());
            }
        }
        assertEquals(Cores.count() > 1 ? 17 : 16, planned.size());
    }
}
