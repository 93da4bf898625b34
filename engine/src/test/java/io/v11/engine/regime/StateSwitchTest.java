package io.v11.engine.regime;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class StateSwitchTest {
    private final StateSwitch hysteresis = new StateSwitch(RegimeFixture.fitted(200, 0));

    @Test
    void shouldTakeAStateAfterThreeSureBars() {
        take(MarkovModel.CALM, 0.9, 0.0);
        take(MarkovModel.CALM, 0.9, 0.0);
        int before = hysteresis.state();
        take(MarkovModel.CALM, 0.9, 0.0);

        assertEquals(StateSwitch.UNKNOWN, before);
        assertEquals(MarkovModel.CALM, hysteresis.state());
    }

    @Test
    void shouldCountAnewWhenABarIsLessSure() {
        settle(MarkovModel.CALM);

        take(MarkovModel.RISING, 0.9, 0.0);
        take(MarkovModel.RISING, 0.9, 0.0);
        take(MarkovModel.RISING, 0.79, 0.0);
        take(MarkovModel.RISING, 0.9, 0.0);
        take(MarkovModel.RISING, 0.9, 0.0);

        assertEquals(MarkovModel.CALM, hysteresis.state());
    }

    @Test
    void shouldCountAnewWhenAThirdStateComesBetween() {
        settle(MarkovModel.CALM);

        take(MarkovModel.RISING, 0.9, 0.0);
        take(MarkovModel.TURBULENT, 0.9, 0.0);
        take(MarkovModel.RISING, 0.9, 0.0);
        take(MarkovModel.TURBULENT, 0.9, 0.0);

        assertEquals(MarkovModel.CALM, hysteresis.state());
    }

    @Test
    void shouldSwitchAtOnceWhenAChangeIsProbable() {
        settle(MarkovModel.CALM);

        take(MarkovModel.TURBULENT, 0.85, 0.8);

        assertEquals(MarkovModel.TURBULENT, hysteresis.state());
    }

    @Test
    void shouldKeepTheStateOnAChangeToNothingSure() {
        settle(MarkovModel.CALM);

        take(MarkovModel.TURBULENT, 0.7, 1.0);

        assertEquals(MarkovModel.CALM, hysteresis.state());
    }

    private void settle(int state) {
        for (int i = 0; i < 3; i++) {
            take(state, 0.9, 0.0);
        }
    }

    private void take(int state, double probability, double changeProbability) {
        double[] posterior = new double[MarkovModel.STATES];
        Arrays.fill(posterior, (1.0 - probability) / 3.0);
        posterior[state] = probability;
        hysteresis.take(posterior, changeProbability);
    }
}
