package io.v11.training.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.config.Instruments;
import io.v11.ml.drift.DistributionBuilder;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.drift.FeatureDistribution;
import io.v11.ml.drift.SampleGate;
import io.v11.training.data.Dataset;

/**
 * Makes the reference for drift detection from training rows: sampled as the engine samples, one distribution for each
 * feature of each instrument that has enough rows. Cold path; memory is one feature of one instrument at a time.
 */
public final class TrainingReference {
    private final Dataset data;
    private final Instruments instruments;
    private final int[][] samples;

    /** @param rows in the order of time within each journal */
    public TrainingReference(Dataset data, int[] rows, Instruments instruments) {
        this.data = data;
        this.instruments = instruments;
        this.samples = new int[instruments.count()][0];
        int[] counts = new int[instruments.count()];
        SampleGate gate = null;
        int source = -1;
        for (int row : rows) {
            if (gate == null || data.source(row) != source) {
                gate = new SampleGate(instruments.count(), DriftReference.SPACING_NS);
                source = data.source(row);
            }
            int instrument = data.instrument(row);
            if (gate.take(instrument, data.eventTimeNs(row))) {
                if (counts[instrument] == samples[instrument].length) {
                    samples[instrument] = Arrays.copyOf(samples[instrument], Math.max(1024, 2 * counts[instrument]));
                }
                samples[instrument][counts[instrument]++] = row;
            }
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Arrays.copyOf(samples[i], counts[i]);
        }
    }

    /** Rows of the instrument that are samples. */
    public int samples(int instrument) {
        return samples[instrument].length;
    }

    /** The reference; instruments with too few samples are left out. */
    public DriftReference reference() {
        DistributionBuilder builder = new DistributionBuilder(DriftReference.WINDOW);
        Map<String, List<FeatureDistribution>> byInstrument = new LinkedHashMap<>();
        for (int i = 0; i < samples.length; i++) {
            if (samples[i].length >= DriftReference.NONE.leastSamples()) {
                byInstrument.put(instruments.get(i).qualifiedName(), features(builder, samples[i]));
            }
        }
        return new DriftReference(DriftReference.WINDOW, DriftReference.SPACING_NS, byInstrument);
    }

    private List<FeatureDistribution> features(DistributionBuilder builder, int[] rows) {
        List<FeatureDistribution> features = new ArrayList<>(data.features());
        double[] column = new double[rows.length];
        for (int feature = 0; feature < data.features(); feature++) {
            for (int i = 0; i < rows.length; i++) {
                column[i] = data.value(rows[i], feature);
            }
            features.add(builder.build(data.featureNames().get(feature), column));
        }
        return features;
    }
}
