package io.v11.training.backtest.account;

import java.util.List;

/**
 * The profit of a run by cause. Both lists sum to the total in every column, and the total's net is the engine's profit; what is
 * missing to it stands in {@code residualE8}, which is 0 unless the log is not of one engine.
 *
 * @param total       of the run
 * @param instruments those that traded, by id
 * @param regimes     those in which something was earned or paid, in the order of the enumeration
 * @param engineE8    profit that the engine's portfolio states
 * @param residualE8  engine less net
 */
public record Attribution(Part total, List<Part> instruments, List<Part> regimes, long engineE8, long residualE8) {
    public Attribution {
        instruments = List.copyOf(instruments);
        regimes = List.copyOf(regimes);
    }
}
