package io.v11.training.data.label;

import io.v11.config.ConfigurationException;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.training.data.Labels;

/**
 * Labels of another kind, kept only where the move pays for taking it: half the spread and the taker fee on the way in and again on
 * the way out. The spread on the way out is taken to be that at the decision, which is known then; without a book it is
 * what was assumed. Which moves do not pay is known afterwards only, so those rows are counted ({@link #withinCosts}).
 */
public final class CostAwareLabels implements Labels {
    private final Labels moves;
    private final double feeBps;
    private final double assumedSpreadBps;
    private final RowValues costsBps = new RowValues();
    private int rows;

    /**
     * @param moves            labels of the moves, which this one feeds
     * @param feeBps           of one side
     * @param assumedSpreadBps where there is no book, as over bars
     */
    public CostAwareLabels(Labels moves, double feeBps, double assumedSpreadBps) {
        if (!(feeBps >= 0.0 && feeBps < 1000.0 && assumedSpreadBps >= 0.0 && assumedSpreadBps < 1000.0)) {
            throw new ConfigurationException("fee and spread must be 0 to 1000 basis points, are " + feeBps + " and "
                    + assumedSpreadBps);
        }
        this.moves = moves;
        this.feeBps = feeBps;
        this.assumedSpreadBps = assumedSpreadBps;
    }

    /** Spread and both fees, basis points of the mid at the decision. */
    public double costBps(int row) {
        return costsBps.value(row);
    }

    /** Rows whose move is known and does not pay. */
    public int withinCosts() {
        int within = 0;
        for (int row = 0; row < rows; row++) {
            if (moves.labelled(row) && !labelled(row)) {
                within++;
            }
        }
        return within;
    }

    @Override
    public String remark() {
        return (withinCosts() + " rows have a move that does not pay spread and fees and no label, which is known"
                + " afterwards only. " + moves.remark()).strip();
    }

    @Override
    public void onSource() {
        moves.onSource();
    }

    @Override
    public void onEvent(EngineEvent event) {
        moves.onEvent(event);
    }

    @Override
    public void onDecision(int row, EngineEvent event) {
        moves.onDecision(row, event);
        MarketView market = event.market();
        double spreadBps = market.synced && market.topValid
                ? (market.askPriceE8 - market.bidPriceE8) * 2.0 / market.midTwiceE8() * 10_000.0
                : assumedSpreadBps;
        costsBps.put(row, spreadBps + 2.0 * feeBps);
        rows = row + 1;
    }

    @Override
    public void onEnd() {
        moves.onEnd();
    }

    @Override
    public boolean labelled(int row) {
        return moves.labelled(row) && moves.moveBps(row) > costsBps.value(row);
    }

    @Override
    public boolean up(int row) {
        return moves.up(row);
    }

    @Override
    public long endNs(int row) {
        return moves.endNs(row);
    }

    @Override
    public double moveBps(int row) {
        return moves.moveBps(row);
    }

    @Override
    public int move(int row) {
        return moves.move(row);
    }
}
