package io.v11.engine.feature.bar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.engine.feature.group.Feature;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

/** An indicator fed with a whole tape: what it said at every bar, NaN where the output was not valid. */
public final class IndicatorRun {
    public final Map<String, double[]> values = new LinkedHashMap<>();
    /** Bars at which the output was not warm. */
    public final Map<String, Integer> cold = new LinkedHashMap<>();

    private IndicatorRun() {
    }

    public static IndicatorRun of(Indicator indicator, BarTape tape) {
        IndicatorRun run = new IndicatorRun();
        List<Feature> outputs = indicator.outputs(tape.length);
        for (Feature output : outputs) {
            run.values.put(output.name(), new double[tape.size()]);
            run.cold.put(output.name(), 0);
        }
        BarHistory history = new BarHistory(tape.length.timeNs());
        FeatureVector held = new FeatureVector(outputs.size());
        for (int i = 0; i < tape.size(); i++) {
            history.add(tape.bars.get(i));
            indicator.onBar(history);
            indicator.write(held, 0, history);
            for (int o = 0; o < outputs.size(); o++) {
                String name = outputs.get(o).name();
                run.values.get(name)[i] = held.isValid(o) ? held.value(o) : Double.NaN;
                if (!held.isValid(o) && held.cause(o) == Invalidity.NOT_WARM) {
                    run.cold.merge(name, 1, Integer::sum);
                }
            }
        }
        return run;
    }
}
