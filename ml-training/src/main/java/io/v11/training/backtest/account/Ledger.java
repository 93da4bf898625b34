package io.v11.training.backtest.account;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.FixedPoint;
import io.v11.journal.event.Regime;

/**
 * Books every fill, mark and funding under its instrument and the regime that it fell into. Marks as the engine's portfolio does, in
 * whole E8 units, so that the sums are its sums. Confined to one thread; a mark allocates nothing.
 */
public final class Ledger {
    private static final Regime[] REGIMES = {Regime.UNKNOWN, Regime.CALM, Regime.RISING, Regime.FALLING,
        Regime.TURBULENT};

    private final List<String> names;
    private final long[] positionsE8;
    private final long[] marksTwiceE8;
    /** Cash of fills reckoned at the mid, by instrument. */
    private final long[] midCashE8;
    private final long[] grossE8;
    private final Sums[] instruments;
    private final Sums[] regimes = new Sums[REGIMES.length];

    /** @param names of the instruments, by id */
    public Ledger(List<String> names) {
        this.names = List.copyOf(names);
        positionsE8 = new long[names.size()];
        marksTwiceE8 = new long[names.size()];
        midCashE8 = new long[names.size()];
        grossE8 = new long[names.size()];
        instruments = new Sums[names.size()];
        for (int i = 0; i < instruments.length; i++) {
            instruments[i] = new Sums();
        }
        for (int i = 0; i < regimes.length; i++) {
            regimes[i] = new Sums();
        }
    }

    /** The market's price of an instrument, doubled. */
    public void onMark(int instrument, long priceTwiceE8, Regime regime) {
        marksTwiceE8[instrument] = priceTwiceE8;
        if (positionsE8[instrument] != 0 || grossE8[instrument] != midCashE8[instrument]) {
            revalue(instrument, regime);
        }
    }

    public void onFill(Fill fill) {
        int instrument = fill.instrument();
        positionsE8[instrument] += fill.signedQuantityE8();
        midCashE8[instrument] += fill.buy() ? -fill.midNotionalE8() : fill.midNotionalE8();
        if (marksTwiceE8[instrument] == 0) {
            marksTwiceE8[instrument] = Math.multiplyExact(2L, fill.priceE8());
        }
        revalue(instrument, fill.regime());
        instruments[instrument].add(fill);
        sums(fill.regime()).add(fill);
    }

    /** @param amountE8 positive: paid */
    public void onFunding(int instrument, long amountE8, Regime regime) {
        instruments[instrument].fundingE8 += amountE8;
        sums(regime).fundingE8 += amountE8;
    }

    public long positionE8(int instrument) {
        return positionsE8[instrument];
    }

    /** Last price of an instrument, doubled; 0 before the first. */
    public long markTwiceE8(int instrument) {
        return marksTwiceE8[instrument];
    }

    /** @param engineE8 profit as the engine's portfolio states it */
    public Attribution attribution(long engineE8) {
        Part total = new Sums().part("all");
        List<Part> byInstrument = new ArrayList<>();
        for (int i = 0; i < instruments.length; i++) {
            Part part = instruments[i].part(names.get(i));
            total = total.plus(part);
            if (instruments[i].used()) {
                byInstrument.add(part);
            }
        }
        List<Part> byRegime = new ArrayList<>();
        for (int i = 0; i < regimes.length; i++) {
            if (regimes[i].used()) {
                byRegime.add(regimes[i].part(REGIMES[i].name()));
            }
        }
        return new Attribution(total, byInstrument, byRegime, engineE8, engineE8 - total.netE8());
    }

    private void revalue(int instrument, Regime regime) {
        long now = midCashE8[instrument]
                + FixedPoint.multiply(positionsE8[instrument], marksTwiceE8[instrument]) / 2;
        long change = now - grossE8[instrument];
        grossE8[instrument] = now;
        instruments[instrument].grossE8 += change;
        sums(regime).grossE8 += change;
    }

    private Sums sums(Regime regime) {
        return regimes[regime.value() < REGIMES.length ? regime.value() : 0];
    }

    /** One row of the account under growth. */
    private static final class Sums {
        private long grossE8;
        private long spreadE8;
        private long slippageE8;
        private long feesE8;
        private long fundingE8;
        private long fills;
        private long notionalE8;

        private void add(Fill fill) {
            spreadE8 += fill.spreadE8();
            slippageE8 += fill.slippageE8();
            feesE8 += fill.feeE8();
            fills++;
            notionalE8 += fill.notionalE8();
        }

        private boolean used() {
            return grossE8 != 0 || fills != 0 || fundingE8 != 0;
        }

        private Part part(String name) {
            return new Part(name, grossE8, spreadE8, slippageE8, feesE8, fundingE8, fills, notionalE8);
        }
    }
}
