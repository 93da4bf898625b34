package io.v11.training.selection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.v11.config.ConfigurationException;

/** What each feature costs to compute: a file of lines {@code name,ns}, {@code #} before remarks. */
public final class FeatureCosts {
    private FeatureCosts() {
    }

    /** ns of every feature in the order of the names, NaN where the file says nothing. @param file null: nothing is known */
    public static double[] read(Path file, List<String> names) {
        double[] costs = new double[names.size()];
        Arrays.fill(costs, Double.NaN);
        if (file == null) {
            return costs;
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new ConfigurationException("cannot read the costs " + file + ": " + e.getMessage(), e);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                take(line, names, costs, file + ":" + (i + 1) + ": ");
            }
        }
        return costs;
    }

    private static void take(String line, List<String> names, double[] costs, String where) {
        String[] parts = line.split(",", -1);
        int feature = names.indexOf(parts[0].strip());
        if (feature < 0) {
            throw new ConfigurationException(where + "no feature is called '" + parts[0].strip() + "'");
        }
        try {
            costs[feature] = Double.parseDouble(parts.length == 2 ? parts[1].strip() : "");
        } catch (NumberFormatException e) {
            throw new ConfigurationException(where + "'" + line + "' is not name,ns", e);
        }
        if (!(costs[feature] > 0.0 && costs[feature] < 1e9)) {
            throw new ConfigurationException(where + "the cost must be above 0 ns, is " + costs[feature]);
        }
    }
}
