package io.v11.engine.signal.strategy;

/**
 * The 47 classical features of V10's rules, by their names in the catalogue less the prefix of the bar, and what each is for.
 *
 * <pre>
 *   TREND      +1 above high, -1 below low, else 0             up, down
 *   REVERSION  (m - x) / (high - m), cut to -1 .. 1            oversold, overbought; m = (low + high) / 2
 *   FLOW       as TREND                                        volume on the buyers' side, on the sellers'
 *   FILTER     no vote: steers which score counts, whether entries are allowed, and how far stops lie
 *   BASE       no vote of its own: another feature is read against it
 * </pre>
 *
 * Levels are the textbooks' of the sources that the catalogue names. A vote counts as often as its weight says; one of negative
 * weight votes the other way. EMA and MACD lead the trend, RSI and Bollinger the reversion, as in V10.
 */
enum RuleFeature {
    CLOSE_EMA("close_ema_20_bps", Use.TREND, 0.0, 0.0, 2.0), //
    EMA_SLOPE("ema_20_slope_bps", Use.TREND, 0.0, 0.0, 2.0), //
    EMA_CROSS("ema_9_21_bps", Use.TREND, 0.0, 0.0, 2.0), //
    MACD_LINE("ema_12_26_bps", Use.TREND, 0.0, 0.0, 2.0), //
    MACD_SIGNAL("macd_signal_bps", Use.TREND, 0.0, 0.0, 2.0), //
    MACD_HISTOGRAM("macd_bps", Use.TREND, 0.0, 0.0, 2.0), //
    CLOSE_SMA("close_sma_20_bps", Use.TREND, 0.0, 0.0, 1.0), //
    SMA_SLOPE("sma_20_slope_bps", Use.TREND, 0.0, 0.0, 1.0), //
    TRIX("trix_15_bps", Use.TREND, 0.0, 0.0, 1.0), //
    MINUS_DI("minus_di_14", Use.BASE), //
    PLUS_DI("plus_di_14", Use.TREND, 0.0, 0.0, 1.0, Reading.LESS, MINUS_DI), //
    AROON_UP("aroon_up_25", Use.TREND, 30.0, 70.0, 1.0), //
    AROON_DOWN("aroon_down_25", Use.TREND, 30.0, 70.0, -1.0), //
    ICHIMOKU_CROSS("ichimoku_tk_bps", Use.TREND, 0.0, 0.0, 1.0), //
    CLOUD_TOP("ichimoku_top_bps", Use.TREND, Double.NEGATIVE_INFINITY, 0.0, 1.0), //
    CLOUD_BOTTOM("ichimoku_bottom_bps", Use.TREND, 0.0, Double.POSITIVE_INFINITY, 1.0), //
    SAR("sar_side", Use.TREND, 0.0, 0.0, 1.0), //
    SUPERTREND("supertrend_side", Use.TREND, 0.0, 0.0, 1.0), //
    VORTEX_MINUS("vortex_minus_14", Use.BASE), //
    VORTEX_PLUS("vortex_plus_14", Use.TREND, 0.0, 0.0, 1.0, Reading.LESS, VORTEX_MINUS), //
    DONCHIAN("donchian_position_55", Use.TREND, 0.2, 0.8, 1.0), //
    RATE_OF_CHANGE("roc_10_bps", Use.TREND, 0.0, 0.0, 1.0), //
    RETURN_20("ret_20_bps", Use.TREND, 0.0, 0.0, 1.0), //
    MOMENTUM("momentum_10_atr", Use.TREND, -1.0, 1.0, 1.0), //

    /** ATR of 14 bars, basis points: distance of stop and target, measure of the distance from the VWAP. */
    NATR("natr_14_bps", Use.FILTER), //
    /** Strength of the trend whatever its direction: selects the score that counts. */
    ADX("adx_14", Use.FILTER), //
    /** Range of the newest bar in ATR: nothing is entered on a shock. */
    RANGE("range_atr", Use.FILTER), //
    /** Bollinger bands over Keltner channel: no trend is entered while it is below 1. */
    SQUEEZE("squeeze_20", Use.FILTER), //
    /** (v - a) / (v + a) of the newest volume and the mean of 20: what confirms an entry. */
    VOLUME("volume_vs_avg_20", Use.FILTER), //

    RSI("rsi_14", Use.REVERSION, 30.0, 70.0, 3.0), //
    BOLLINGER("bollinger_b", Use.REVERSION, 0.0, 1.0, 3.0), //
    STOCHASTIC("stochastic_14", Use.REVERSION, 0.2, 0.8, 1.0), //
    STOCHASTIC_D("stochastic_14_d", Use.REVERSION, 0.2, 0.8, 1.0), //
    STOCHASTIC_RSI("stochastic_rsi_14", Use.REVERSION, 0.2, 0.8, 1.0), //
    WILLIAMS_R("williams_r_28", Use.REVERSION, -80.0, -20.0, 1.0), //
    CCI("cci_20", Use.REVERSION, -100.0, 100.0, 1.0), //
    ULTIMATE("ultimate", Use.REVERSION, 30.0, 70.0, 1.0), //
    CMO("cmo_20", Use.REVERSION, -50.0, 50.0, 1.0), //
    MFI("mfi_14", Use.REVERSION, 20.0, 80.0, 1.0), //
    KELTNER("keltner_position", Use.REVERSION, 0.0, 1.0, 1.0), //
    VWAP("vwap_20_bps", Use.REVERSION, -2.0, 2.0, 1.0, Reading.OVER, NATR), //
    CLOSE_RUN("close_run", Use.REVERSION, -4.0, 4.0, 1.0), //

    OBV("obv_20", Use.FLOW, 0.0, 0.0, 1.0), //
    CMF("cmf_20", Use.FLOW, 0.0, 0.0, 1.0), //
    CHAIKIN("chaikin_3_10", Use.FLOW, 0.0, 0.0, 1.0), //
    FORCE("force_13", Use.FLOW, 0.0, 0.0, 1.0), //
    BUY_SHARE("buy_share_20", Use.FLOW, 0.5, 0.5, 1.0);

    /** What a feature is for. */
    enum Use {
        TREND, REVERSION, FLOW, FILTER, BASE
    }

    /** What is compared with the levels: the value, or what it is less its base or in bases. */
    enum Reading {
        ALONE, LESS, OVER
    }

    final String suffix;
    final Use use;
    final double low;
    final double high;
    final double weight;
    final Reading reading;
    /** The feature itself when it is read alone. */
    final RuleFeature base;

    RuleFeature(String suffix, Use use) {
        this(suffix, use, 0.0, 0.0, 0.0);
    }

    RuleFeature(String suffix, Use use, double low, double high, double weight) {
        this(suffix, use, low, high, weight, Reading.ALONE, null);
    }

    RuleFeature(String suffix, Use use, double low, double high, double weight, Reading reading, RuleFeature base) {
        this.suffix = suffix;
        this.use = use;
        this.low = low;
        this.high = high;
        this.weight = weight;
        this.reading = reading;
        this.base = base == null ? this : base;
    }

    /** What the reading says, -1 to 1, before its weight. */
    double vote(double reading) {
        if (use == Use.REVERSION) {
            double middle = (low + high) / 2.0;
            return Math.clamp((middle - reading) / (high - middle), -1.0, 1.0);
        }
        return reading > high ? 1.0 : reading < low ? -1.0 : 0.0;
    }
}
