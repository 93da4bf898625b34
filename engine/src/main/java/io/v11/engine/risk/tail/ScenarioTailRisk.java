package io.v11.engine.risk.tail;

/** The tail of losses over scenarios; whoever owns it says when rows or scales changed. Confined to one thread; no allocation after construction. */
final class ScenarioTailRisk implements TailRisk {
    private final ScenarioMatrix matrix;
    private final ScenarioLosses losses;
    private final TailSum tail;
    private boolean stale = true;
    private double valueAtRisk;
    private double shortfall;

    ScenarioTailRisk(ScenarioMatrix matrix, double confidence) {
        this.matrix = matrix;
        losses = new ScenarioLosses(matrix);
        tail = new TailSum(confidence, matrix.capacity());
    }

    void onAppended() {
        losses.onAppended();
        stale = true;
    }

    void scale(int instrument, double factor) {
        losses.scale(instrument, factor);
        stale = true;
    }

    @Override
    public void exposure(int instrument, double notional) {
        stale |= losses.exposure(instrument, notional);
    }

    @Override
    public double valueAtRisk() {
        measure();
        return valueAtRisk;
    }

    @Override
    public double expectedShortfall() {
        measure();
        return shortfall;
    }

    private void measure() {
        if (stale) {
            tail.measure(losses.settled(), matrix.size());
            valueAtRisk = tail.valueAtRisk();
            shortfall = tail.expectedShortfall();
            stale = false;
        }
    }

    @Override
    public double marginalShortfall(int instrument, double orderNotional) {
        measure();
        tail.measure(losses.with(instrument, orderNotional), matrix.size());
        return tail.expectedShortfall() - shortfall;
    }
}
