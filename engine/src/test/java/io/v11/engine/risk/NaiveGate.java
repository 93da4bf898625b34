package io.v11.engine.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gate once more, written apart from the real one: decimals, maps and lists, everything recomputed for each
 * question. It only says yes or no.
 */
final class NaiveGate {
    record Order(int instrument, boolean buy, BigDecimal price, BigDecimal quantity) {
        BigDecimal notional() {
            return price.multiply(quantity);
        }
    }

    record Top(BigDecimal bid, BigDecimal ask, boolean valid, long changedNs) {
    }

    static final BigDecimal[] TICK = {dec("0.01"), dec("0.1")};
    static final BigDecimal[] LOT = {dec("0.00001"), dec("0.001")};
    static final BigDecimal[] MINIMUM = {dec("5"), dec("20")};
    static final BigDecimal[] MAXIMUM = {dec("1"), dec("10")};
    static final BigDecimal[] POSITION = {dec("2"), dec("20")};

    final Map<Long, Order> working = new LinkedHashMap<>();
    final Map<Integer, Top> tops = new LinkedHashMap<>();
    final List<Long> approvals = new ArrayList<>();
    final BigDecimal[] position = {dec("0"), dec("0")};
    String state = "ACTIVE";

    boolean admits(Order order, long nowNs, BigDecimal gross) {
        return wellFormed(order) && stateAdmits(order) && priced(order, nowNs) && sized(order)
                && positionAdmits(order) && grossAdmits(order, gross) && working.size() < 4
                && approvals.stream().filter(time -> time > nowNs - 1_000_000_000L).count() < 5;
    }

    private static boolean wellFormed(Order order) {
        return order.price.signum() > 0 && order.quantity.signum() > 0
                && order.price.remainder(TICK[order.instrument]).signum() == 0
                && order.quantity.remainder(LOT[order.instrument]).signum() == 0;
    }

    private boolean stateAdmits(Order order) {
        return switch (state) {
            case "ACTIVE" -> true;
            case "REDUCING" -> shrinks(order);
            default -> false;
        };
    }

    private boolean priced(Order order, long nowNs) {
        Top top = tops.get(order.instrument);
        if (top == null || !top.valid || nowNs - top.changedNs > 1_000_000_000L) {
            return false;
        }
        BigDecimal mid = top.bid.add(top.ask).divide(dec("2"));
        return order.buy
                ? order.price.compareTo(mid.multiply(dec("1.005"))) <= 0
                : order.price.compareTo(mid.multiply(dec("0.995"))) >= 0;
    }

    private static boolean sized(Order order) {
        return order.quantity.compareTo(MAXIMUM[order.instrument]) <= 0 && order.notional().compareTo(dec("900")) <= 0
                && order.notional().compareTo(MINIMUM[order.instrument]) >= 0;
    }

    private boolean positionAdmits(Order order) {
        BigDecimal worst = position[order.instrument].multiply(dec(order.buy ? "1" : "-1"))
                .add(workingOn(order.instrument, order.buy)).add(order.quantity);
        return worst.compareTo(POSITION[order.instrument]) <= 0;
    }

    private boolean grossAdmits(Order order, BigDecimal gross) {
        BigDecimal sum = gross;
        for (Order other : working.values()) {
            sum = sum.add(other.notional());
        }
        return shrinks(order) || sum.add(opening(order).multiply(order.price)).compareTo(dec("2500")) <= 0;
    }

    private boolean shrinks(Order order) {
        return opening(order).signum() == 0;
    }

    private BigDecimal opening(Order order) {
        BigDecimal against = position[order.instrument].multiply(dec(order.buy ? "-1" : "1"));
        BigDecimal left = against.subtract(workingOn(order.instrument, order.buy)).max(BigDecimal.ZERO);
        return order.quantity.subtract(left).max(BigDecimal.ZERO);
    }

    private BigDecimal workingOn(int instrument, boolean buy) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Order order : working.values()) {
            if (order.instrument == instrument && order.buy == buy) {
                sum = sum.add(order.quantity);
            }
        }
        return sum;
    }

    static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }
}
