package io.v11.engine.venue.margin;

import io.v11.config.FixedPoint;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.VenueSettings;
import io.v11.journal.event.Side;

/**
 * What the account has at the venue. One wallet of quote units serves spot and perpetuals together, in cross margin, where
 * Binance keeps two between which money is moved by hand.
 *
 * <pre>
 *   margin balance      wallet + sum of unrealised profit of perpetuals - value of spot sold short
 *   initial margin      |position| x mark / leverage
 *   maintenance margin  |position| x mark x rate - maintenance amount, each not below 0
 *   liquidated          while perpetuals are held and margin balance &lt;= maintenance margin
 *   free                margin balance - initial margin - value of spot sold short
 * </pre>
 *
 * Binance: "Leverage and Margin of USD-M Futures", "Liquidation Protocols". Spot sold short is collateralised with its
 * value. Money and quantities in E8. Confined to the ingest thread; allocates nothing after construction.
 */
public final class Account {
    private final boolean[] perpetual;
    private final double[] maintenanceRates;
    private final long[] maintenanceAmountsE8;
    private final int[] leverages;
    private final long[] positionsE8;
    /** Signed entry value of each perpetual position. */
    private final long[] costsE8;
    private final long[] marksE8;
    /** The venue states mark prices of the instrument. */
    private final boolean[] stated;
    private long walletE8;
    private int perpetualsHeld;

    public Account(Instruments instruments, VenueSettings settings, long startingCapitalE8) {
        int count = instruments.count();
        perpetual = new boolean[count];
        maintenanceRates = new double[count];
        maintenanceAmountsE8 = new long[count];
        leverages = new int[count];
        positionsE8 = new long[count];
        costsE8 = new long[count];
        marksE8 = new long[count];
        stated = new boolean[count];
        walletE8 = startingCapitalE8;
        for (int i = 0; i < count; i++) {
            perpetual[i] = instruments.get(i).market() == Instrument.Market.USDM;
            if (perpetual[i]) {
                VenueSettings.Perpetual terms = settings.perpetual(instruments.get(i));
                maintenanceRates[i] = terms.maintenanceMarginRate();
                maintenanceAmountsE8[i] = terms.maintenanceAmount().e8();
                leverages[i] = Math.min(settings.leverage(), terms.maximumLeverage());
            }
        }
    }

    /** Books a fill. */
    public void onFill(int instrument, Side side, long priceE8, long quantityE8, long feeE8) {
        long signedE8 = side == Side.BUY ? quantityE8 : -quantityE8;
        walletE8 -= feeE8;
        if (perpetual[instrument]) {
            onPerpetualFill(instrument, priceE8, signedE8);
        } else {
            walletE8 -= FixedPoint.multiply(priceE8, signedE8);
        }
        positionsE8[instrument] += signedE8;
        if (marksE8[instrument] == 0) {
            marksE8[instrument] = priceE8;
        }
    }

    private void onPerpetualFill(int instrument, long priceE8, long signedE8) {
        long beforeE8 = positionsE8[instrument];
        long closedE8 = beforeE8 > 0 == signedE8 > 0 ? 0L : Math.min(Math.abs(beforeE8), Math.abs(signedE8));
        long closedSignedE8 = beforeE8 > 0 ? closedE8 : -closedE8;
        if (closedE8 > 0) {
            long portionE8 = closedE8 == Math.abs(beforeE8)
                    ? costsE8[instrument]
                    : FixedPoint.multiply(costsE8[instrument], FixedPoint.divide(closedE8, Math.abs(beforeE8)));
            walletE8 += FixedPoint.multiply(priceE8, closedSignedE8) - portionE8;
            costsE8[instrument] -= portionE8;
        }
        costsE8[instrument] += FixedPoint.multiply(priceE8, signedE8 + closedSignedE8);
        long afterE8 = beforeE8 + signedE8;
        perpetualsHeld += (afterE8 != 0 ? 1 : 0) - (beforeE8 != 0 ? 1 : 0);
    }

    /** A price traded at: what a position is valued at, unless the venue states mark prices. */
    public void onPrice(int instrument, long priceE8) {
        if (!stated[instrument]) {
            marksE8[instrument] = priceE8;
        }
    }

    /** A mark price that the venue stated. */
    public void onMarkPrice(int instrument, long priceE8) {
        stated[instrument] = true;
        marksE8[instrument] = priceE8;
    }

    /** Takes a payment from the wallet, or adds to it when negative. */
    public void pay(long amountE8) {
        walletE8 -= amountE8;
    }

    public boolean perpetual(int instrument) {
        return perpetual[instrument];
    }

    /** Some perpetual position is not zero. */
    public boolean holdsPerpetuals() {
        return perpetualsHeld > 0;
    }

    /** Signed, base units. */
    public long positionE8(int instrument) {
        return positionsE8[instrument];
    }

    /** 0 before the first price. */
    public long markE8(int instrument) {
        return marksE8[instrument];
    }

    public int leverage(int instrument) {
        return leverages[instrument];
    }

    /** Quote units paid in and realised. */
    public long walletE8() {
        return walletE8;
    }

    /** What an order on a side would close of the position. */
    public long closableE8(int instrument, Side side) {
        long position = positionsE8[instrument];
        return Math.max(0L, side == Side.BUY ? -position : position);
    }

    public long marginBalanceE8() {
        long balance = walletE8;
        for (int i = 0; i < positionsE8.length; i++) {
            if (perpetual[i]) {
                balance += valueE8(i) - costsE8[i];
            } else if (positionsE8[i] < 0) {
                balance += valueE8(i);
            }
        }
        return balance;
    }

    public long maintenanceMarginE8() {
        long margin = 0;
        for (int i = 0; i < positionsE8.length; i++) {
            if (perpetual[i] && positionsE8[i] != 0) {
                long needed = (long) Math.ceil(Math.abs(valueE8(i)) * maintenanceRates[i]) - maintenanceAmountsE8[i];
                margin += Math.max(0L, needed);
            }
        }
        return margin;
    }

    /** What new orders may use. */
    public long freeE8() {
        long free = marginBalanceE8();
        for (int i = 0; i < positionsE8.length; i++) {
            if (perpetual[i]) {
                free -= Math.ceilDiv(Math.abs(valueE8(i)), leverages[i]);
            } else if (positionsE8[i] < 0) {
                free += valueE8(i);
            }
        }
        return free;
    }

    /** The margin no longer covers what is held. */
    public boolean exhausted() {
        return perpetualsHeld > 0 && marginBalanceE8() <= maintenanceMarginE8();
    }

    private long valueE8(int instrument) {
        return positionsE8[instrument] == 0 ? 0L : FixedPoint.multiply(positionsE8[instrument], marksE8[instrument]);
    }
}
