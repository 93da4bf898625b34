package io.v11.training.trainer;

import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;

import io.v11.training.data.Dataset;
import io.v11.training.metrics.Scores;

/** Scores rows with the libraries themselves, to judge trainers without the serving classes. */
final class Served {
    private Served() {
    }

    static Scores score(TrainedModel model, Dataset data, int[] rows) {
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
