package io.v11.training.generation;

import java.util.Arrays;
import java.util.List;

import io.v11.engine.feature.generated.Expression;
import io.v11.engine.feature.generated.ExpressionList;
import io.v11.engine.feature.generated.GeneratedFeatures;
import io.v11.engine.feature.generated.ResolvedExpressions;
import io.v11.engine.feature.group.Feature;
import io.v11.ml.FeatureVector;

/** Runs expressions over a tape by the class that streams them in the engine. Stateless. */
final class CandidateValues {
    private CandidateValues() {
    }

    /**
     * Value of each expression at some decisions, NaN where it is not valid.
     *
     * @param inputs  the features of the tape, in its order
     * @param wanted  decisions by number, each once; the columns are in this order
     * @return by expression and wanted decision
     */
    static double[][] of(InputTape tape, List<Feature> inputs, List<Expression> expressions, int[] wanted) {
        ResolvedExpressions resolved = new ExpressionList(expressions).resolve(inputs);
        int width = tape.width();
        FeatureVector vector = new FeatureVector(width + expressions.size());
        double[][] columns = new double[expressions.size()][wanted.length];
        int[] places = places(wanted);
        GeneratedFeatures[] states = new GeneratedFeatures[0];
        int decision = 0;
        for (int entry = 0; entry < tape.size(); entry++) {
            int stream = tape.stream(entry);
            if (stream >= states.length) {
                states = Arrays.copyOf(states, stream + 1);
            }
            if (states[stream] == null) {
                states[stream] = new GeneratedFeatures(resolved);
            }
            int place = tape.isDecision(entry) && decision < places.length ? places[decision] : -1;
            decision += tape.isDecision(entry) ? 1 : 0;
            if (tape.isDecision(entry) && place < 0) {
                continue;
            }
            states[stream].at(tape.timeNs(entry));
            tape.copyTo(entry, vector);
            if (place < 0) {
                states[stream].sample(vector);
            } else {
                states[stream].write(vector, width);
                for (int e = 0; e < columns.length; e++) {
                    columns[e][place] = vector.isValid(width + e) ? vector.value(width + e) : Double.NaN;
                }
            }
        }
        if (decision < places.length) {
            throw new IllegalArgumentException("the tape ends at decision " + decision + ", wanted was "
                    + (places.length - 1) + "; record the tape and the rows from the same journals");
        }
        return columns;
    }

    /** Place of each decision among those that are wanted, -1 of the others. */
    private static int[] places(int[] wanted) {
        int[] places = new int[Arrays.stream(wanted).max().orElse(-1) + 1];
        Arrays.fill(places, -1);
        for (int i = 0; i < wanted.length; i++) {
            places[wanted[i]] = i;
        }
        return places;
    }
}
