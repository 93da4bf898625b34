package io.v11.engine.feature;

import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;

/**
 * Which market events are decisions: on those the feature vector is filled and the models are asked. All but
 * {@link #BAR_CLOSE} and {@link #HOUR_CLOSE} need a book in sequence and a valid top.
 */
public enum DecisionCadence {
    /** Best bid or ask changed, in price or quantity. */
    TOP_CHANGE {
        @Override
        boolean decides(MarketView market) {
            return market.topChanged && quoted(market);
        }
    },
    /** A trade. */
    TRADE {
        @Override
        boolean decides(MarketView market) {
            return market.trade && quoted(market);
        }
    },
    /** A change of the book was completed. */
    BOOK_UPDATE {
        @Override
        boolean decides(MarketView market) {
            return market.levelsChanged && quoted(market);
        }
    },
    /** Every market event. */
    EVERY_EVENT {
        @Override
        boolean decides(MarketView market) {
            return quoted(market);
        }
    },
    /** A bar of a minute or longer closed, with or without a book: for journals of klines. */
    BAR_CLOSE {
        @Override
        boolean decides(MarketView market) {
            return (market.closedBars & ~BarLength.SECOND.bit()) != 0;
        }
    },
    /** A bar of an hour closed, with or without a book. */
    HOUR_CLOSE {
        @Override
        boolean decides(MarketView market) {
            return market.closed(BarLength.HOUR);
        }
    };

    abstract boolean decides(MarketView market);

    /** Decisions fall on the close of a bar, with or without a book: the price is then the close. */
    public boolean onBars() {
        return this == BAR_CLOSE || this == HOUR_CLOSE;
    }

    private static boolean quoted(MarketView market) {
        return market.synced && market.topValid;
    }
}
