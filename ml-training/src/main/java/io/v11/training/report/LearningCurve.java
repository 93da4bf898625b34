package io.v11.training.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Losses by step of training, as {@code curve.csv} in a model's folder holds them. Cold path. */
public final class LearningCurve {
    /** Name of the file. */
    public static final String NAME = "curve.csv";
    private static final String HEADER = "step,train,validation";

    private LearningCurve() {
    }

    /** @param train loss on train rows, nats  @param validation loss on the rows that chose */
    public record Point(int step, double train, double validation) {
    }

    /** The curve of a model's folder; empty when it brings none. */
    public static List<Point> read(Path home) {
        Path file = home.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
                throw new IllegalArgumentException(file + ": the first line must be " + HEADER);
            }
            List<Point> points = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                points.add(point(file, i + 1, lines.get(i)));
            }
            return points;
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Point point(Path file, int line, String text) {
        String[] words = text.split(",", -1);
        try {
            if (words.length == 3) {
                return new Point(Integer.parseInt(words[0]), Double.parseDouble(words[1]),
                        Double.parseDouble(words[2]));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(file + ":" + line + ": '" + text + "' is not a step and two losses", e);
        }
        throw new IllegalArgumentException(file + ":" + line + ": '" + text + "' is not a step and two losses");
    }
}
