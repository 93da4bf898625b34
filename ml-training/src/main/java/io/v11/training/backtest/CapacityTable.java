package io.v11.training.backtest;

import java.util.ArrayList;
import java.util.List;

import io.v11.training.backtest.account.Trade;
import io.v11.training.backtest.reading.InstrumentData;
import io.v11.training.backtest.reading.PriceSeries;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.performance.Capacity;
import io.v11.training.performance.EquityCurve;
import io.v11.training.performance.RoundTrip;

/**
 * What a strategy can carry in each market that it traded, from the volume and the volatility that the journal tells. Markets of less
 * than a day, and those whose volume is not told, are left out.
 */
public record CapacityTable(List<Row> rows) {
    /** Of an instrument. */
    public record Row(String instrument, Capacity capacity) {
    }

    public static CapacityTable of(RunReading run) {
        List<Row> rows = new ArrayList<>();
        for (PriceSeries bars : run.prices()) {
            InstrumentData data = run.instruments().get(bars.instrument());
            double days = (data.lastNs() - data.firstNs()) / (double) EquityCurve.DAY_NS;
            double volatility = bars.dailyVolatility();
            List<RoundTrip> trips = run.trades().stream().map(Trade::trip)
                    .filter(trip -> trip.instrument() == bars.instrument()).toList();
            if (!trips.isEmpty() && days >= 1.0 && volatility > 0.0 && data.quoteVolume() > 0.0) {
                rows.add(new Row(bars.name(), Capacity.of(trips, data.quoteVolume() / days, volatility)));
            }
        }
        return new CapacityTable(List.copyOf(rows));
    }
}
