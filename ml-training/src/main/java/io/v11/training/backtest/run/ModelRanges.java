package io.v11.training.backtest.run;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.v11.config.ConfigurationException;
import io.v11.engine.LiveModels;
import io.v11.engine.play.Span;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.ModelManifest;

/**
 * Refuses a backtest over data that a model was trained or chosen on: such a result says nothing. The manifest of a model knows
 * its ranges. Where they are told by instrument, only those of the symbols in question count, in whatever market: spot and perpetual
 * move as one, and either may stand in for the other.
 */
public final class ModelRanges {
    private ModelRanges() {
    }

    /** @param instruments qualified names that are traded */
    public static void require(LiveModels models, Span span, List<String> instruments) {
        Set<String> symbols = instruments.stream().map(ModelRanges::symbol).collect(Collectors.toSet());
        for (LoadedModel model : models.loaded()) {
            ModelManifest.Fit fit = model.manifest().fit();
            if (fit.spans().isEmpty()) {
                refuse(model, span, "train", fit.train().fromNs(), fit.train().toNs());
                refuse(model, span, "validation", fit.validation().fromNs(), fit.validation().toNs());
            }
            for (ModelManifest.Span seen : fit.spans()) {
                if (!seen.part().equals("TEST") && symbols.contains(symbol(seen.instrument()))) {
                    refuse(model, span, seen.part().toLowerCase(Locale.ROOT) + " (" + seen.instrument() + ")",
                            seen.fromNs(), seen.toNs());
                }
            }
        }
    }

    private static String symbol(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        return dot < 0 ? qualifiedName : qualifiedName.substring(0, dot);
    }

    private static void refuse(LoadedModel model, Span span, String part, long fromNs, long toNs) {
        if (fromNs < span.untilNs() && span.fromNs() < toNs) {
            throw new ConfigurationException("model " + model.manifest().id() + " has seen what is to be tested: its "
                    + part
                    + " range is " + at(fromNs) + " to " + at(toNs) + ", the backtest trades from " + at(span.fromNs())
                    + " to " + at(span.untilNs()) + "; give --from " + at(toNs)
                    + " or later, or models trained on earlier data");
        }
    }

    private static String at(long ns) {
        return Instant.ofEpochSecond(0, ns).toString();
    }
}
