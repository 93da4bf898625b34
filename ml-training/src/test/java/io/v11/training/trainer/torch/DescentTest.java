package io.v11.training.trainer.torch;

import java.util.List;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DescentTest {
    private static final double RATE = 0.1;
    private static final double DECAY = 0.05;

    @Test
    void shouldStepAsAdamWDoes() {
        // Loss 3 (w - 1)^2; the reference is algorithm 2 of Loshchilov and Hutter 2019.
        double w = 4.0;
        double mean = 0.0;
        double square = 0.0;
        float[] found = descend(1e9, 8);
        for (int step = 1; step <= 8; step++) {
            double gradient = 6.0 * (w - 1.0);
            mean = 0.9 * mean + 0.1 * gradient;
            square = 0.999 * square + 0.001 * gradient * gradient;
            double direction = mean / (1 - Math.pow(0.9, step))
                    / (Math.sqrt(square / (1 - Math.pow(0.999, step))) + 1e-8);
            w -= RATE * DECAY * w;
            w -= RATE * direction;

            assertEquals(w, found[step - 1], 1e-4, "step " + step);
        }
    }

    @Test
    void shouldForgetTheGradientOfTheStepBefore() {
        Engine engine = PyTorch.engine();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), engine.getEngineName())) {
            NDArray weight = PyTorch.tensor(manager, new float[]{4f, -2f}, new Shape(2));
            weight.setRequiresGradient(true);
            Descent descent = new Descent(engine, List.of(weight), RATE, 0.0, 1e9);

            descent.step(manager, () -> weight.square().sum());
            descent.step(manager, () -> weight.square().sum());

            assertEquals(0f, weight.getGradient().abs().sum().getFloat());
        }
    }

    private static float[] descend(double gradientNorm, int steps) {
        Engine engine = PyTorch.engine();
        float[] path = new float[steps];
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), engine.getEngineName())) {
            NDArray weight = PyTorch.tensor(manager, new float[]{4f}, new Shape(1));
            weight.setRequiresGradient(true);
            Descent descent = new Descent(engine, List.of(weight), RATE, DECAY, gradientNorm);
            for (int i = 0; i < steps; i++) {
                try (NDManager step = manager.newSubManager()) {
                    descent.step(step, () -> weight.sub(1f).square().mul(3f).sum());
                }
                path[i] = weight.getFloat();
            }
        }
        return path;
    }
}
