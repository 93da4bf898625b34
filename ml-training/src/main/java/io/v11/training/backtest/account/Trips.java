package io.v11.training.backtest.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts the fills of a run into round trips, see {@link Trade}. Keeps at most {@value #KEPT} of them. Confined to one thread. */
public final class Trips {
    /** Trades kept; further ones are counted. */
    public static final int KEPT = 250_000;

    private final OpenTrip[] open;
    private final List<Trade> trades = new ArrayList<>();
    private long dropped;

    public Trips(int instruments) {
        open = new OpenTrip[instruments];
    }

    public void onFill(Fill fill) {
        int instrument = fill.instrument();
        OpenTrip trip = open[instrument];
        if (trip == null) {
            trip = new OpenTrip(fill);
            open[instrument] = trip;
        }
        long before = trip.positionE8();
        boolean turns = Long.signum(before) * Long.signum(fill.signedQuantityE8()) < 0
                && fill.quantityE8() > Math.abs(before);
        if (turns) {
            OpenTrip.Split part = OpenTrip.Split.part(fill, Math.abs(before));
            trip.add(fill, part);
            close(instrument);
            open[instrument] = new OpenTrip(fill);
            open[instrument].add(fill, part.rest(fill));
        } else {
            trip.add(fill, OpenTrip.Split.whole(fill));
            if (trip.positionE8() == 0) {
                close(instrument);
            }
        }
    }

    /** Belongs to the trip that is open; without one it is told by the attribution alone. */
    public void onFunding(int instrument, long amountE8) {
        if (open[instrument] != null) {
            open[instrument].addFunding(amountE8);
        }
    }

    /** All trips in order of closing; what is open is valued at the ledger's last price. */
    public List<Trade> finish(long timeNs, Ledger ledger) {
        List<Trade> all = new ArrayList<>(trades);
        for (int i = 0; i < open.length; i++) {
            if (open[i] != null) {
                all.add(open[i].mark(timeNs, ledger.markTwiceE8(i)));
            }
        }
        all.sort(Comparator.comparingLong((Trade trade) -> trade.trip().closeNs())
                .thenComparingInt(trade -> trade.trip().instrument()));
        return List.copyOf(all);
    }

    /** Trips that were not kept. */
    public long dropped() {
        return dropped;
    }

    private void close(int instrument) {
        if (trades.size() < KEPT) {
            trades.add(open[instrument].close());
        } else {
            dropped++;
        }
        open[instrument] = null;
    }
}
