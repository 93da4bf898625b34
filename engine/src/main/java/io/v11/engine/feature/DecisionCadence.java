package io.v11.engine.feature;

import io.v11.engine.slot.MarketView;

/** Which market events are decisions: on those the feature vector is filled and the models are asked. */
public enum DecisionCadence {
    /** Best bid or ask changed, in price or quantity. */
    TOP_CHANGE {
        @Override
        boolean decides(MarketView market) {
            return market.topChanged;
        }
    },
    /** A trade. */
    TRADE {
        @Override
        boolean decides(MarketView market) {
            return market.trade;
        }
    },
    /** A change of the book was completed. */
    BOOK_UPDATE {
        @Override
        boolean decides(MarketView market) {
            return market.levelsChanged;
        }
    },
    /** Every market event. */
    EVERY_EVENT {
        @Override
        boolean decides(MarketView market) {
            return true;
        }
    };

    abstract boolean decides(MarketView market);
}
