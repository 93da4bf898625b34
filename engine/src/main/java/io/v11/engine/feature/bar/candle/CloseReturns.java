package io.v11.engine.feature.bar.candle;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.WindowIndicator;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/** Returns of the close over several bars. Confined to the feature thread; allocates nothing. */
public final class CloseReturns implements WindowIndicator {
    private static final int[] SPANS = {1, 5, 20};

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(output(SPANS[0], length), output(SPANS[1], length), output(SPANS[2], length));
    }

    private static Feature output(int span, BarLength length) {
        return new Feature("ret_" + span + "_bps", "bps", "c / c[" + span + "] - 1", span + 1 + " bars")
                .settles(Memory.ofWindow(length, span + 1));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        for (int i = 0; i < SPANS.length; i++) {
            boolean known = bars.count() > SPANS[i];
            Output.set(held, first + i, known,
                    known ? (bars.close(0) / bars.close(SPANS[i]) - 1.0) * Output.BPS : Double.NaN);
        }
    }
}
