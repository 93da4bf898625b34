package io.v11.training.execution;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import io.v11.config.FixedPoint;
import io.v11.training.execution.order.OrderReading;
import io.v11.training.execution.order.SentOrder;

/** What orders are grouped by. Every order falls into one group of each kind, so each table sums to the total. */
enum GroupKey {
    SIDE("side") {
        @Override
        Label of(SentOrder order, OrderReading reading) {
            return order.buy() ? new Label("buy", 0) : new Label("sell", 1);
        }
    },
    TYPE("order type") {
        @Override
        Label of(SentOrder order, OrderReading reading) {
            String name = order.fills().isEmpty() || order.type().value() != 0
                    ? order.type() + " " + order.timeInForce()
                    : "order not on record";
            return new Label(name, 16L * order.type().value() + order.timeInForce().value());
        }
    },
    LIQUIDITY("maker or taker") {
        @Override
        Label of(SentOrder order, OrderReading reading) {
            long makers = order.fills().stream().filter(of -> of.fill().maker()).count();
            if (order.fills().isEmpty()) {
                return new Label("unfilled", 3);
            }
            return makers == 0
                    ? new Label("taker", 1)
                    : makers == order.fills().size() ? new Label("maker", 0) : new Label("both", 2);
        }
    },
    INSTRUMENT("instrument") {
        @Override
        Label of(SentOrder order, OrderReading reading) {
            return new Label(reading.run().instrumentName(order.instrument()), order.instrument());
        }
    },
    HOUR("hour, UTC") {
        @Override
        Label of(SentOrder order, OrderReading reading) {
            long hour = Math.floorMod(Math.floorDiv(order.cause().timeNs(), 3_600_000_000_000L), 24L);
            return new Label(String.format(Locale.ROOT, "%02d", hour), hour);
        }
    },
    SIZE("size, quote units") {
        @Override
        Label of(SentOrder order, OrderReading reading) {
            return size(FixedPoint.toDouble(order.wantedE8()));
        }
    };

    private static final List<Integer> STEPS = List.of(1, 2, 5, 10);
    private static final int LEAST_POWER = -2;
    private static final int GREATEST_POWER = 9;

    private final String title;

    GroupKey(String title) {
        this.title = title;
    }

    /** Name of a group and where it stands in its table. */
    record Label(String name, long rank) {
    }

    abstract Label of(SentOrder order, OrderReading reading);

    String title() {
        return title;
    }

    /** Between 1, 2 and 5 times powers of ten, lower bound included. */
    private static Label size(double notional) {
        for (int power = GREATEST_POWER; power >= LEAST_POWER; power--) {
            for (int i = STEPS.size() - 2; i >= 0; i--) {
                BigDecimal low = BigDecimal.valueOf(STEPS.get(i)).scaleByPowerOfTen(power);
                if (notional >= low.doubleValue()) {
                    BigDecimal high = BigDecimal.valueOf(STEPS.get(i + 1)).scaleByPowerOfTen(power);
                    return new Label(low.toPlainString() + " to " + high.toPlainString(), 3L * power + i);
                }
            }
        }
        return new Label("no arrival price, or less than 0.01", Long.MIN_VALUE);
    }
}
