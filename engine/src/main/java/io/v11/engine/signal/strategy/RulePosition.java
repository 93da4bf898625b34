package io.v11.engine.signal.strategy;

import io.v11.config.SignalSettings.Rules;
import io.v11.engine.slot.StateHash;

/**
 * What V10's rules remember of one instrument: the position held with price, ATR and time of its entry, the entry last
 * wanted, and the side that is barred.
 *
 * <pre>
 *   flat ── wants ──► held ── stop, target, time, score ──► leaving ──► flat, its side barred
 *    ▲                                                                        │
 *    └──────────── the score no longer points to the barred side ◄────────────┘
 * </pre>
 *
 * The price of an entry is the reference price of the decision that wanted it. A position that the rules did not want,
 * another strategy's, counts as a trend's, entered at the price at which it was first seen. Prices E8 in double.
 */
final class RulePosition {
    /** -1 short, 0 none, 1 long. */
    int side;
    /** It was entered by the trend rules, not by those of reversion. */
    boolean trend;
    /** Is to be closed, whatever the market does until it is. */
    boolean leaving;
    /** The features sufficed once. */
    boolean warm;
    /** Not entered again before the score has left it; 0: none. */
    int barred;
    private double entryE8;
    private double atrE8;
    private long entryNs;
    private int wantedSide;
    private boolean wantedTrend;
    private double wantedE8;
    private double wantedAtrE8;
    private long wantedNs;

    /** Takes notice of the position, at every event of the market. */
    void follow(int positionSide, double priceE8, long timeNs) {
        if (positionSide == side) {
            entryE8 = side != 0 && entryE8 == 0.0 ? priceE8 : entryE8;
            return;
        }
        if (side != 0) {
            barred = side;
        }
        boolean wanted = positionSide == wantedSide;
        // Flat again, the last entry's rule is kept: its score lifts the bar.
        trend = positionSide == 0 ? trend : !wanted || wantedTrend;
        entryE8 = wanted ? wantedE8 : priceE8;
        atrE8 = wanted ? wantedAtrE8 : 0.0;
        entryNs = wanted ? wantedNs : timeNs;
        side = positionSide;
        leaving = false;
        wantedSide = 0;
    }

    void want(int wantSide, boolean byTrend, double priceE8, double wantAtrE8, long timeNs) {
        wantedSide = wantSide;
        wantedTrend = byTrend;
        wantedE8 = priceE8;
        wantedAtrE8 = wantAtrE8;
        wantedNs = timeNs;
    }

    void wantNothing() {
        wantedSide = 0;
    }

    /** The ATR of a position that was entered without one. */
    void measure(double presentAtrE8) {
        if (!(atrE8 > 0.0) && presentAtrE8 > 0.0) {
            atrE8 = presentAtrE8;
        }
    }

    /** Lifts the bar when the score, of the rule that entered last, no longer points there. */
    void lift(double score, double exit) {
        if (barred * score <= exit) {
            barred = 0;
        }
    }

    /** Stop, target or time limit is reached. */
    boolean due(Rules rules, double priceE8, long timeNs, long holdNs) {
        double gainE8 = side * (priceE8 - entryE8);
        boolean measured = atrE8 > 0.0 && entryE8 > 0.0;
        return timeNs - entryNs >= holdNs
                || measured && (gainE8 <= -rules.stopAtr() * atrE8 || gainE8 >= rules.targetAtr() * atrE8);
    }

    long addTo(long hash) {
        long result = StateHash.add(StateHash.add(StateHash.add(hash, side), barred), wantedSide);
        result = StateHash.add(StateHash.add(StateHash.add(result, trend), leaving), warm);
        result = StateHash.add(StateHash.add(StateHash.add(result, entryE8), atrE8), entryNs);
        result = StateHash.add(StateHash.add(StateHash.add(result, wantedE8), wantedAtrE8), wantedNs);
        return StateHash.add(result, wantedTrend);
    }
}
