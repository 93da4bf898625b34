package io.v11.training.trainer.torch;

import java.util.List;
import java.util.function.Supplier;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/**
 * Gradient steps of AdamW (Loshchilov and Hutter 2019) on parameters that the caller owns, the gradient shortened to a
 * greatest length first. The optimizer clears the gradients, which the library would add to otherwise. Confined to the
 * training thread.
 */
public final class Descent {
    private final Engine engine;
    private final List<NDArray> parameters;
    private final double gradientNorm;
    private final Optimizer optimizer;

    /** @param parameters of which each requires a gradient */
    public Descent(Engine engine, List<NDArray> parameters, double learningRate, double weightDecay,
            double gradientNorm) {
        this.engine = engine;
        this.parameters = parameters;
        this.gradientNorm = gradientNorm;
        optimizer = Optimizer.adamW().optLearningRateTracker(Tracker.fixed((float) learningRate))
                .optWeightDecays((float) weightDecay).build();
    }

    /** max(z,0) - z*y + ln(1 + e^-|z|): cross entropy of a logit without overflow. */
    public static NDArray entropy(NDArray logits, NDArray labels) {
        return logits.maximum(0.0f).sub(logits.mul(labels)).add(logits.abs().neg().exp().add(1.0f).log());
    }

    /** One step down the loss, a single number; its value before the step. {@code manager} lives as long as the step. */
    public double step(NDManager manager, Supplier<NDArray> loss) {
        double before;
        try (GradientCollector collector = engine.newGradientCollector()) {
            NDArray value = loss.get();
            collector.backward(value);
            before = value.getFloat();
        }
        update(manager);
        return before;
    }

    private void update(NDManager manager) {
        NDArray[] gradients = new NDArray[parameters.size()];
        double squares = 0.0;
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = parameters.get(i).getGradient();
            gradients[i].attach(manager);
            squares += gradients[i].square().sum().getFloat();
        }
        double length = Math.sqrt(squares);
        float scale = length > gradientNorm ? (float) (gradientNorm / length) : 1.0f;
        for (int i = 0; i < gradients.length; i++) {
            NDArray gradient = scale < 1.0f ? gradients[i].mul(scale) : gradients[i];
            optimizer.update(String.valueOf(i), parameters.get(i), gradient);
        }
    }
}
