package io.v11.training.execution.divergence;

/**
 * How far two runs may be apart before a gate says no.
 *
 * @param unmatchedShare   of orders filled in one run only, 0 to 1
 * @param absolutePriceBps mean magnitude of price differences, basis points
 * @param pnlBps           magnitude of the difference of profits, basis points of the notional that the live run traded
 */
public record Tolerance(double unmatchedShare, double absolutePriceBps, double pnlBps) {
    /** 5 % of orders, 1 bp of price, 1 bp of profit. */
    public static final Tolerance USUAL = new Tolerance(0.05, 1.0, 1.0);

    public Tolerance {
        if (!(unmatchedShare >= 0.0 && unmatchedShare <= 1.0) || !(absolutePriceBps >= 0.0) || !(pnlBps >= 0.0)) {
            throw new IllegalArgumentException("unmatchedShare=" + unmatchedShare + " absolutePriceBps="
                    + absolutePriceBps + " pnlBps=" + pnlBps
                    + "; give a share from 0 to 1 and basis points of 0 or more");
        }
    }
}
