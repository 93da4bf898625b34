package io.v11.training.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;

import io.v11.ml.Family;
import io.v11.ml.onnx.OnnxWeights;
import io.v11.training.data.Dataset;
import io.v11.training.metrics.Scores;
import io.v11.training.onnx.PlainNets;

/**
 * Scores rows with the libraries themselves, and nets with memory by plain loops in double over whole streams, to judge
 * trainers without the serving classes.
 */
public final class Served {
    private Served() {
    }

    public static Scores score(TrainedModel model, Dataset data, int[] rows) {
        if (model.family().remembers()) {
            return streamed(model, data, rows);
        }
        int features = model.inputs().size();
        float[] inputs = new float[rows.length * features];
        boolean[] up = new boolean[rows.length];
        int[] move = new int[rows.length];
        boolean trees = model.fileName().endsWith(".ubj");
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < features; f++) {
                double value = data.input(rows[i], model.inputs(), f);
                inputs[i * features + f] = trees ? (float) value : model.moments().standardiser().input(f, value);
            }
            up[i] = data.up(rows[i]);
            move[i] = data.move(rows[i]);
        }
        double[] p = trees
                ? xgboost(model.bytes(), inputs, features)
                : onnx(model.bytes(), inputs, features);
        return new Scores(p, up, move);
    }

    /** Of every row, each decision being a step; NaN for the first after a fresh start, which have no score. */
    public static double[] probabilities(TrainedModel model, Dataset data) {
        double[] probability = new double[data.rows()];
        Arrays.fill(probability, Double.NaN);
        List<Integer> stream = new ArrayList<>();
        for (int row = 0; row < data.rows(); row++) {
            boolean ends = row + 1 == data.rows() || data.source(row + 1) != data.source(row)
                    || data.episode(row + 1) != data.episode(row) || data.instrument(row + 1) != data.instrument(row)
                    || data.eventTimeNs(row + 1) - data.eventTimeNs(row) > model.memory().maximumGapMs() * 1_000_000L;
            stream.add(row);
            if (ends) {
                score(model, data, stream, probability);
                stream.clear();
            }
        }
        return probability;
    }

    private static Scores streamed(TrainedModel model, Dataset data, int[] rows) {
        double[] probability = probabilities(model, data);
        int[] scored = Arrays.stream(rows).filter(row -> !Double.isNaN(probability[row])).toArray();
        double[] p = new double[scored.length];
        boolean[] up = new boolean[scored.length];
        int[] move = new int[scored.length];
        for (int i = 0; i < scored.length; i++) {
            p[i] = probability[scored[i]];
            up[i] = data.up(scored[i]);
            move[i] = data.move(scored[i]);
        }
        return new Scores(p, up, move);
    }

    private static void score(TrainedModel model, Dataset data, List<Integer> stream, double[] probability) {
        float[][] steps = new float[stream.size()][model.inputs().size()];
        for (int i = 0; i < steps.length; i++) {
            for (int f = 0; f < steps[i].length; f++) {
                steps[i][f] = model.moments().standardiser().inputOrMean(f,
                        data.input(stream.get(i), model.inputs(), f));
            }
        }
        OnnxWeights weights = new OnnxWeights("trained", model.bytes());
        double[] p = model.family() == Family.LSTM
                ? PlainNets.lstm(weights.lstm(), steps)
                : PlainNets.transformer(weights.transformer(), steps);
        for (int i = model.memory().warmUp(); i < p.length; i++) {
            probability[stream.get(i)] = p[i];
        }
    }

    static double xgboost(byte[] file, float[] row) {
        return xgboost(file, row, row.length)[0];
    }

    private static double[] xgboost(byte[] file, float[] inputs, int features) {
        try {
            Booster booster = XGBoost.loadModel(file);
            float[][] out = booster.inplace_predict(inputs, inputs.length / features, features, Float.NaN);
            double[] p = new double[out.length];
            for (int i = 0; i < p.length; i++) {
                p[i] = out[i][0];
            }
            return p;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static double[] onnx(byte[] file, float[] inputs, int features) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        double[] p = new double[inputs.length / features];
        try (OrtSession session = environment.createSession(file)) {
            float[][] row = new float[1][features];
            for (int i = 0; i < p.length; i++) {
                System.arraycopy(inputs, i * features, row[0], 0, features);
                try (OnnxTensor tensor = OnnxTensor.createTensor(environment, row);
                        OrtSession.Result result = session.run(Map.of("features", tensor))) {
                    p[i] = ((float[][]) result.get(0).getValue())[0][0];
                }
            }
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
        return p;
    }
}
