package io.v11.training.onnx;

import java.util.List;

import io.v11.ml.net.StateDigest;
import io.v11.ml.net.StepNet;
import io.v11.ml.net.kernel.LstmKernel;
import io.v11.ml.net.kernel.PerceptronKernel;
import io.v11.ml.net.kernel.TransformerKernel;

/** A program that prints a digest of what the kernels compute, to be run by machines that execute it otherwise. */
final class KernelBits {
    private KernelBits() {
    }

    public static void main(String[] arguments) {
        System.out.println(digest(Integer.parseInt(arguments[0])));
    }

    /** Of so many rows, scores and states. */
    static long digest(int count) {
        RandomNets random = new RandomNets(31);
        float[][] rows = random.rows(count, 32);
        List<StepNet> nets = List.of(new PerceptronKernel(random.perceptron(32, 24, 9, 1)),
                new LstmKernel(random.lstm(32, 20)), new TransformerKernel(random.transformer(32, 20, 4, 11, 2)));
        long digest = StateDigest.START;
        for (StepNet net : nets) {
            for (float[] row : rows) {
                digest = StateDigest.add(digest, Double.doubleToRawLongBits(net.step(0, row)));
            }
            digest = net.addTo(digest);
        }
        return digest;
    }
}
