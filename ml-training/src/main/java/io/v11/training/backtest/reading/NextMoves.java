package io.v11.training.backtest.reading;

/**
 * Forecasts against the next change of the price: of the mid where there is a book, else of the bars' close. Many decisions may wait
 * for one move; those that wait when the price is lost are given up. Confined to one thread; allocates nothing per event.
 */
final class NextMoves {
    private final long[] priceTwiceE8;
    private final long[] waitingUp;
    private final long[] waitingDown;
    private long decisions;
    private long resolved;
    private long hits;
    private long ups;
    private long moves;

    NextMoves(int instruments) {
        priceTwiceE8 = new long[instruments];
        waitingUp = new long[instruments];
        waitingDown = new long[instruments];
    }

    /** @param priceTwice doubled, E8; 0 when the price was lost */
    void onPrice(int instrument, long priceTwice) {
        long before = priceTwiceE8[instrument];
        if (priceTwice == before) {
            return;
        }
        priceTwiceE8[instrument] = priceTwice;
        long waiting = waitingUp[instrument] + waitingDown[instrument];
        if (before != 0 && priceTwice != 0 && waiting > 0) {
            boolean up = priceTwice > before;
            resolved += waiting;
            hits += up ? waitingUp[instrument] : waitingDown[instrument];
            ups += up ? waiting : 0L;
            moves++;
        }
        waitingUp[instrument] = 0L;
        waitingDown[instrument] = 0L;
    }

    void onForecast(int instrument, boolean up) {
        decisions++;
        if (priceTwiceE8[instrument] != 0) {
            waitingUp[instrument] += up ? 1L : 0L;
            waitingDown[instrument] += up ? 0L : 1L;
        }
    }

    long resolved() {
        return resolved;
    }

    long hits() {
        return hits;
    }

    DirectionCount count(String what) {
        return new DirectionCount(what, decisions, resolved, hits, ups, moves);
    }
}
