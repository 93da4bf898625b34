package io.v11.training.optimisation;

import io.v11.training.optimisation.ledger.TrialCount;
import io.v11.training.optimisation.trial.Outcome;

/**
 * What the held-out data say of one point.
 *
 * @param readings how often they have been read, this time included
 * @param trials   ever run on the searched data and on the holdout, by any search of the folder
 * @param searched trials among them that saw the holdout: it was none to these
 */
public record HoldoutReading(Outcome outcome, int readings, TrialCount trials, int searched) {
    /** To stand beside every figure of it. */
    public String verdict() {
        return "holdout read " + readings + (readings == 1 ? " time" : " times") + ", " + trials.trials()
                + " trials on this data"
                + (searched > 0 ? ", " + searched + " of them on the holdout: it was not held out" : "")
                + (readings > 1 ? "; only the first reading was of unseen data" : "");
    }
}
