package io.v11.training.data.label;

import io.v11.config.ConfigurationException;
import io.v11.training.data.HorizonLabels;
import io.v11.training.data.HorizonLabels.Price;
import io.v11.training.data.Labels;
import io.v11.training.data.NextMoveLabels;
import io.v11.training.data.label.TripleBarrierLabels.AtHorizon;

/** The kinds of label there are, how each is written, and what it asks. Square brackets: may be left out, from the end. */
public enum LabelKind {
    /** See {@link NextMoveLabels}. */
    NEXT_MOVE("next-move", "next-move", "direction of the next move of the mid") {
        @Override
        Labels labels(LabelArguments arguments, Price price) {
            arguments.atMost(0);
            return new NextMoveLabels();
        }

        @Override
        long spanNs(LabelArguments arguments) {
            return 0L;
        }
    },

    /** See {@link HorizonLabels}. */
    HORIZON("horizon", "horizon:TIME[,DEAD_ZONE_BPS]",
            "sign of the return over the time; none within the dead zone (0)") {
        @Override
        Labels labels(LabelArguments arguments, Price price) {
            return new HorizonLabels(price, spanNs(arguments), arguments.atMost(2).number(1, "dead zone", 0.0));
        }

        @Override
        long spanNs(LabelArguments arguments) {
            return arguments.timeNs(0, "horizon");
        }
    },

    /** See {@link TripleBarrierLabels}. */
    TRIPLE_BARRIER("triple-barrier", "triple-barrier:TIME,MULTIPLE[,sign|none[,STEP[,SAMPLES]]]",
            "which barrier is touched first, MULTIPLE times the volatility of the time above or below; behind the time the"
                    + " sign (default) or none; volatility of SAMPLES (100) steps (1s, over bars 1m)") {
        @Override
        Labels labels(LabelArguments arguments, Price price) {
            return new TripleBarrierLabels(price, new TripleBarrierLabels.Settings(spanNs(arguments),
                    arguments.atMost(5).number(1, "multiple of the volatility"), atHorizon(arguments),
                    arguments.timeNs(3, "step of the volatility", price == Price.MID ? SECOND_NS : 60 * SECOND_NS),
                    arguments.count(4, "number of samples", 100)));
        }

        @Override
        long spanNs(LabelArguments arguments) {
            return arguments.timeNs(0, "horizon");
        }
    },

    /** See {@link TrendScanLabels}. */
    TREND_SCAN("trend-scan", "trend-scan:STEP,FEWEST,MOST[,LEAST_T]",
            "sign of the slope with the largest |t| of the lines through the first FEWEST to MOST prices at equal steps;"
                    + " none below LEAST_T (0)") {
        @Override
        Labels labels(LabelArguments arguments, Price price) {
            return new TrendScanLabels(price, settings(arguments));
        }

        @Override
        long spanNs(LabelArguments arguments) {
            return settings(arguments).spanNs();
        }

        private TrendScanLabels.Settings settings(LabelArguments arguments) {
            return new TrendScanLabels.Settings(arguments.atMost(4).timeNs(0, "step"),
                    arguments.count(1, "fewest prices"), arguments.count(2, "most prices"),
                    arguments.number(3, "least |t|", 0.0));
        }
    },

    /** See {@link CostAwareLabels}. */
    COST_AWARE("cost-aware", "cost-aware:TIME|next-move[,FEE_BPS[,SPREAD_BPS]]",
            "sign of the return over the time, or of the next move; none unless it pays the spread and twice the fee (10);"
                    + " SPREAD_BPS (0) where there is no book") {
        @Override
        Labels labels(LabelArguments arguments, Price price) {
            Labels moves = spanNs(arguments) == 0L
                    ? new NextMoveLabels()
                    : new HorizonLabels(price, spanNs(arguments), 0.0);
            return new CostAwareLabels(moves, arguments.atMost(3).number(1, "fee", TAKER_FEE_BPS),
                    arguments.number(2, "spread", 0.0));
        }

        @Override
        long spanNs(LabelArguments arguments) {
            return arguments.text(0, "horizon").equals(NEXT_MOVE.text) ? 0L : arguments.timeNs(0, "horizon");
        }
    };

    private static final long SECOND_NS = 1_000_000_000L;
    /** Binance spot, VIP 0. */
    private static final double TAKER_FEE_BPS = 10.0;

    private final String text;
    private final String usage;
    private final String description;

    LabelKind(String text, String usage, String description) {
        this.text = text;
        this.usage = usage;
        this.description = description;
    }

    /** Its name in configuration. */
    public String text() {
        return text;
    }

    /** How it is written. */
    public String usage() {
        return usage;
    }

    /** What it asks, defaults in round brackets. */
    public String description() {
        return description;
    }

    abstract Labels labels(LabelArguments arguments, Price price);

    /** Longest time from decision to label; 0: until the move comes. */
    abstract long spanNs(LabelArguments arguments);

    private static AtHorizon atHorizon(LabelArguments arguments) {
        String text = arguments.has(2) ? arguments.text(2, "label at the horizon") : "sign";
        return switch (text) {
            case "sign" -> AtHorizon.SIGN;
            case "none" -> AtHorizon.NONE;
            default -> throw new ConfigurationException("label at the horizon '" + text
                    + "' is not sign or none; write " + TRIPLE_BARRIER.usage);
        };
    }
}
