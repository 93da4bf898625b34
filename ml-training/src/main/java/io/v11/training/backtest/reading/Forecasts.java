package io.v11.training.backtest.reading;

import io.v11.engine.feature.DecisionCadence;

/**
 * Judges what was foretold, by the strategy's forecast and, for runs whose strategy states none, by the models' score. Both are
 * followed; which counts is known at the end. Confined to one thread.
 */
final class Forecasts {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int FORECAST = 0;
    private static final int SCORE = 1;

    private final NextMoves[] next = new NextMoves[2];
    private final HorizonMoves[] horizons;
    private final long horizonNs;
    private final String source;
    private final long[] told = new long[4];
    private boolean stated;

    Forecasts(int instruments, long horizonNs) {
        this.horizonNs = horizonNs;
        this.source = horizonNs == 0 ? "next move of the price" : "return over " + text(horizonNs);
        horizons = new HorizonMoves[horizonNs == 0 ? 0 : 2];
        for (int i = 0; i < next.length; i++) {
            next[i] = new NextMoves(instruments);
        }
        for (int i = 0; i < horizons.length; i++) {
            horizons[i] = new HorizonMoves(instruments, horizonNs);
        }
    }

    /** The horizon of a setting, or the cadence's own. */
    static long horizonNs(ReadingSettings settings, DecisionCadence cadence) {
        if (settings.horizonNs() != ReadingSettings.BY_CADENCE) {
            return settings.horizonNs();
        }
        return switch (cadence) {
            case HOUR_CLOSE -> 60 * MINUTE_NS;
            case BAR_CLOSE -> MINUTE_NS;
            case TOP_CHANGE, TRADE, BOOK_UPDATE, EVERY_EVENT -> 0L;
        };
    }

    /** @param priceTwice doubled, E8; 0 when the price was lost */
    void onPrice(int instrument, long timeNs, long priceTwice) {
        for (NextMoves moves : next) {
            moves.onPrice(instrument, priceTwice);
        }
        if (priceTwice > 0) {
            for (HorizonMoves moves : horizons) {
                moves.onPrice(instrument, timeNs, priceTwice);
            }
        }
    }

    /** @param forecast NaN or 0: none  @param score 2p - 1 of the models, NaN or 0: none */
    void onDecision(int instrument, long timeNs, long priceTwice, double forecast, double score) {
        if (forecast < 0.0 || forecast > 0.0) {
            stated = true;
            tell(FORECAST, instrument, timeNs, priceTwice, forecast > 0.0);
        }
        if (score < 0.0 || score > 0.0) {
            tell(SCORE, instrument, timeNs, priceTwice, score > 0.0);
        }
    }

    /** What came since the last call, into the count columns of a grid from {@code first} on: resolved and hits of both. */
    void into(TimeGrid grid, int first) {
        for (int i = 0; i < 2; i++) {
            long resolved = horizonNs == 0 ? next[i].resolved() : horizons[i].resolved();
            long hits = horizonNs == 0 ? next[i].hits() : horizons[i].hits();
            grid.count(first + 2 * i, resolved - told[2 * i]);
            grid.count(first + 2 * i + 1, hits - told[2 * i + 1]);
            told[2 * i] = resolved;
            told[2 * i + 1] = hits;
        }
    }

    /** Column of the resolved ones that count, counted from the first that {@link #into} fills. */
    int column() {
        return stated ? 2 * FORECAST : 2 * SCORE;
    }

    DirectionCount nextMove() {
        return next[stated ? FORECAST : SCORE].count(who() + " against the next move of the price");
    }

    /** What accuracy is judged by: the horizon where there is one, else the next move. */
    DirectionCount judged() {
        return horizonNs == 0
                ? nextMove()
                : horizons[stated ? FORECAST : SCORE].count(who() + " against the " + source);
    }

    private String who() {
        return stated ? "forecast of the strategy" : "score of the models";
    }

    private void tell(int who, int instrument, long timeNs, long priceTwice, boolean up) {
        next[who].onForecast(instrument, up);
        if (horizonNs > 0) {
            horizons[who].onForecast(instrument, timeNs, priceTwice, up);
        }
    }

    private static String text(long ns) {
        long seconds = ns / 1_000_000_000L;
        return seconds % 3_600 == 0
                ? seconds / 3_600 + " h"
                : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
