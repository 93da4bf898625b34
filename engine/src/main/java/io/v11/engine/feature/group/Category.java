package io.v11.engine.feature.group;

/** The kinds of features that the catalogue is counted by. */
public enum Category {
    /** Indicators over bars. */
    TECHNICAL,
    /** Book, order flow and trades. */
    MICROSTRUCTURE,
    /** How much and in what manner the price moves. */
    VOLATILITY_REGIME,
    /** Other instruments and other markets. */
    CROSS_MARKET,
    /** Sentiment, economy, calendar. */
    SENTIMENT_MACRO_CALENDAR,
    /** Made of other features by {@code v11 features generate}. */
    GENERATED
}
