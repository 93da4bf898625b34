package io.v11.training.generation;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.engine.feature.generated.Expression;
import io.v11.engine.feature.generated.Operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OperatorCostsTest {
    private long now;

    @Test
    void shouldShareTheTimeOfARoundOutOverEventsAndCopies() {
        OperatorCosts costs = OperatorCosts.measure(() -> now += 128_000);

        assertEquals(Operator.values().length, costs.ns().size());
        assertEquals(1.0, costs.of(new Expression(Operator.MEAN, List.of("a"), 9)));
    }

    @Test
    void shouldRefuseCostsThatSayNothing() {
        assertThrows(ConfigurationException.class, () -> OperatorCosts.measure(() -> 5L));
        String message = assertThrows(ConfigurationException.class,
                () -> new OperatorCosts(Map.of(Operator.MEAN, 3.0))).getMessage();
        assertTrue(message.contains("PRODUCT"), message);
    }
}
