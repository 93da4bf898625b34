package io.v11.engine.signal.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.v11.config.ExternalSeries;
import io.v11.config.FeeTier;
import io.v11.config.Instruments;
import io.v11.config.SignalSettings;
import io.v11.config.SignalSettings.RegimeChoice;
import io.v11.engine.signal.outlook.Outlook;
import io.v11.engine.signal.outlook.Strategy;
import io.v11.engine.signal.strategy.sleeve.SleeveStrategy;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Regime;
import io.v11.journal.event.SignalReason;
import io.v11.ml.FeatureSchema;

/**
 * The strategies by name, and the one that is followed in each state of the market: that of the settings unless the regime
 * chooses another. All of those that may be chosen see every event, so that a change of regime finds them warm.
 */
public final class Strategies implements Strategy {
    private static final int REGIMES = Regime.values().length;

    private final Strategy[] all;
    private final Strategy[] byRegime = new Strategy[REGIMES];

    /**
     * @param fees        of the account, for EDGE
     * @param meanMoveBps mean size of the forecast move by instrument, for EDGE
     * @param members     names of the models in the order of their scores, for EDGE
     * @param schema      of the feature vectors, for RULES
     */
    public Strategies(Instruments instruments, FeeTier fees, SignalSettings settings, double[] meanMoveBps,
            List<String> members, FeatureSchema schema) {
        String[] names = new String[REGIMES];
        Arrays.fill(names, settings.strategy());
        for (RegimeChoice choice : settings.regimes()) {
            names[Regime.valueOf(choice.regime()).ordinal()] = choice.strategy();
        }
        List<String> distinct = Arrays.stream(names).distinct().toList();
        all = new Strategy[distinct.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = named(distinct.get(i), instruments, fees, settings, meanMoveBps, members, schema);
        }
        for (int i = 0; i < REGIMES; i++) {
            byRegime[i] = all[distinct.indexOf(names[i])];
        }
    }

    private static Strategy named(String name, Instruments instruments, FeeTier fees, SignalSettings settings,
            double[] meanMoveBps, List<String> members, FeatureSchema schema) {
        return switch (name) {
            case "EDGE" -> new EdgeStrategy(instruments, fees, settings, meanMoveBps,
                    new ModelBlend(settings.edge().weights(), members));
            case "RULES" -> new RulesStrategy(settings.rules(), instruments.count(), schema);
            case "HOLD" -> new HoldStrategy(instruments.count());
            case "SLEEVES" -> new SleeveStrategy(settings.sleeves(), settings.allocation(), instruments.count());
            case "RANDOM" -> new RandomStrategy(settings.random(), instruments.count());
            default -> throw new IllegalArgumentException("no strategy " + name);
        };
    }

    /** A value of the choices by regime; that of a regime without a choice is {@code otherwise}. */
    public static double[] byRegime(List<RegimeChoice> choices, ToDoubleFunction<RegimeChoice> value,
            double otherwise) {
        double[] values = new double[REGIMES];
        Arrays.fill(values, otherwise);
        for (RegimeChoice choice : choices) {
            values[Regime.valueOf(choice.regime()).ordinal()] = value.applyAsDouble(choice);
        }
        return values;
    }

    @Override
    public void onMarket(EngineEvent event) {
        for (Strategy strategy : all) {
            strategy.onMarket(event);
        }
    }

    @Override
    public void onExternalValue(ExternalSeries series, double value) {
        for (Strategy strategy : all) {
            strategy.onExternalValue(series, value);
        }
    }

    @Override
    public SignalReason decide(EngineEvent event, Outlook outlook) {
        return byRegime[event.regime().state.ordinal()].decide(event, outlook);
    }

    @Override
    public long addTo(long hash) {
        long result = StateHash.add(hash, all.length);
        for (Strategy strategy : all) {
            result = strategy.addTo(result);
        }
        return result;
    }
}
