package io.v11.engine.regime;

import io.v11.config.RegimeSettings;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.RegimeView;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Regime;

/**
 * Tells the state of one instrument's market, bar by bar. Fits on its own past: a round at each bar, so that no single
 * event bears a whole fit; until the first is done, nothing is told. A later fit goes on from the model that is there and, beside
 * it, begins anew; the new beginning is taken when it explains the window clearly better: a model that learnt before all
 * states had been seen would stay wrong for good. States are named by their means; a fit whose RISING would not rise or whose
 * FALLING not fall is refused, and the model before it stays. When a fit is taken, the filter runs over the window anew, so
 * that a posterior is never read under the names of another fit.
 *
 * <p>Bars without a trade and bars that were never given are passed over: the states move on by their transitions, runs may
 * end. After too many of them a market is another one, and what was believed is forgotten. Allocates nothing after construction.
 */
final class RegimeDetector {
    private static final Regime[] NAMES = {Regime.CALM, Regime.RISING, Regime.FALLING, Regime.TURBULENT};

    /** Log likelihood of the window by which a new beginning must be better than going on. */
    private static final double MARGIN = 10.0;

    private final RegimeSettings settings;
    private final ModelFit fit;
    private final BarObservation observation;
    private final ObservationWindow window;
    private final MarkovModel model = new MarkovModel();
    private final MarkovModel fresh = new MarkovModel();
    private final MarkovModel heir = new MarkovModel();
    private final MarkovModel named = new MarkovModel();
    private final StateFilter filter = new StateFilter();
    private final ChangePoints changes;
    private final StateSwitch hysteresis;
    private boolean known;
    private int roundsLeft;
    private int barsToFit;
    private long unseen;
    private boolean forgotten;
    private double changeProbability;
    private long digest = StateHash.start();
    private long fits;
    private long refusedFits;

    /** @param fit shared by the instruments of the stage  @param tickE8 least step of the instrument's price */
    RegimeDetector(RegimeSettings settings, ModelFit fit, long tickE8) {
        this.settings = settings;
        this.fit = fit;
        observation = new BarObservation(settings.trendBars(), tickE8);
        window = new ObservationWindow(settings.windowBars());
        changes = new ChangePoints(settings.dwellBars(), settings.runBars());
        hysteresis = new StateSwitch(settings);
        if (settings.stated()) {
            model.take(settings);
            known = true;
            expectRuns();
        }
    }

    /** Takes a closed bar. */
    void onBar(MarketView.Bar bar) {
        pass(bar.missingBefore);
        if ((bar.trades > 0 || bar.volumeE8 > 0) && bar.lowE8 > 0) {
            see(bar);
        } else {
            pass(1);
        }
        pass(bar.emptyAfter);
        changeProbability = known ? changes.changedWithin(settings.changeBars()) : 0.0;
        digest = digest();
    }

    void copyTo(RegimeView view) {
        if (known) {
            view.likeliest = NAMES[StateSwitch.likeliest(filter.posterior)];
            view.state = hysteresis.state() == StateSwitch.UNKNOWN ? Regime.UNKNOWN : NAMES[hysteresis.state()];
        }
        System.arraycopy(filter.posterior, 0, view.posteriors, 0, RegimeView.STATES);
        view.changeProbability = changeProbability;
    }

    /** The model by which it is told; means nothing before the first fit. */
    MarkovModel model() {
        return model;
    }

    /** There is a model. */
    boolean known() {
        return known;
    }

    /** Fits taken. */
    long fits() {
        return fits;
    }

    /** Fits that were not taken. */
    long refusedFits() {
        return refusedFits;
    }

    /** Of all state, as it was after the last bar. */
    long stateHash() {
        return digest;
    }

    private void pass(long bars) {
        if (bars <= 0) {
            return;
        }
        unseen = Math.addExact(unseen, bars);
        if (unseen > settings.resetBars()) {
            if (!forgotten) {
                forget();
            }
        } else if (known) {
            for (long i = 0; i < bars; i++) {
                filter.predict(model);
                changes.skip();
            }
        }
    }

    private void forget() {
        forgotten = true;
        filter.reset();
        changes.reset();
        hysteresis.reset();
        observation.reset();
    }

    private void see(MarketView.Bar bar) {
        boolean warm = observation.take(bar, unseen == 0);
        boolean afterReset = forgotten;
        unseen = 0;
        forgotten = false;
        if (!warm) {
            return;
        }
        if (known) {
            filter.predict(model);
            filter.see(model, observation.volatility, observation.trend);
            changes.see(observation.volatility, observation.change);
            hysteresis.take(filter.posterior, changes.changedWithin(settings.changeBars()));
        }
        if (!settings.stated()) {
            window.add(observation.volatility, observation.trend, afterReset);
            fit();
        }
    }

    private void fit() {
        if (roundsLeft > 0) {
            double anew = fit.round(window, fresh, null);
            double continued = known ? fit.round(window, heir, model) : Double.NEGATIVE_INFINITY;
            roundsLeft--;
            if (roundsLeft == 0) {
                end(anew > continued + MARGIN ? fresh : heir);
            }
        } else if (window.full() && (!known || settings.refitBars() > 0)) {
            barsToFit--;
            if (barsToFit <= 0) {
                begin();
            }
        }
    }

    private void begin() {
        fit.begin(window, fresh);
        if (known) {
            heir.copyFrom(model);
        }
        roundsLeft = RegimeSettings.FIT_ROUNDS;
    }

    private void end(MarkovModel better) {
        named.nameFrom(better);
        if (named.namedRightly()) {
            model.copyFrom(named);
            known = true;
            fits++;
            expectRuns();
            filterAnew();
        } else {
            refusedFits++;
        }
        // Without a model it tries again at once.
        barsToFit = known ? settings.refitBars() - RegimeSettings.FIT_ROUNDS : 0;
    }

    private void filterAnew() {
        filter.reset();
        for (int t = 0; t < window.size(); t++) {
            if (window.cut(t)) {
                filter.reset();
            } else {
                filter.predict(model);
            }
            filter.see(model, window.volatility(t), window.trend(t));
        }
    }

    /** What a run is like before a bar of it: somewhere among the states, and as even as one of them. */
    private void expectRuns() {
        double mean = 0.0;
        double variance = 0.0;
        for (int i = 0; i < MarkovModel.STATES; i++) {
            mean += model.volatilityMean[i] / MarkovModel.STATES;
            variance += model.volatilityDeviation[i] * model.volatilityDeviation[i] / MarkovModel.STATES;
        }
        changes.prior(mean, variance);
    }

    private long digest() {
        long hash = observation.stateHash(StateHash.start());
        hash = window.stateHash(hash);
        hash = heir.stateHash(fresh.stateHash(model.stateHash(hash)));
        hash = changes.stateHash(filter.stateHash(hash));
        hash = hysteresis.stateHash(hash);
        hash = StateHash.add(StateHash.add(hash, known), roundsLeft);
        hash = StateHash.add(StateHash.add(hash, barsToFit), unseen);
        return StateHash.add(hash, forgotten);
    }
}
