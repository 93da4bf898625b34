package io.v11.engine.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The gate once more, written apart from the real one: decimals, maps and lists, everything recomputed for each
 * question. It only says yes or no. Limits are those of {@link #LIMITS}.
 */
final class NaiveGate {
    static final String[] LIMITS = {"order.maximumNotional=900", "exposure.maximumGross=2500",
        "exposure.maximumNet=1500", "exposure.maximumInstrument=1600", "exposure.maximumConcentration=0.0155",
        "exposure.maximumLeverage=0.0245", "breakers.gapBps=10000", "order.shortSpot=false", "order.selfTrade=false",
        "price.maximumSpreadBps=20", "pace.maximumOpenInstrument=3", "pace.perSecondInstrument=4", "pace.perDay=120",
        "pace.notionalPerDay=18000", "pace.duplicateWindowMs=300"};

    record Order(int instrument, boolean buy, BigDecimal price, BigDecimal quantity, boolean market, boolean rests) {
        BigDecimal notional() {
            return price.multiply(quantity);
        }

        Order of(BigDecimal newQuantity) {
            return new Order(instrument, buy, price, newQuantity, market, rests);
        }
    }

    record Top(BigDecimal bid, BigDecimal ask, boolean valid, long changedNs, boolean lost) {
        BigDecimal mid() {
            return bid.add(ask).divide(dec("2"));
        }
    }

    record Approval(long timeNs, Order order) {
    }

    static final BigDecimal[] TICK = {dec("0.01"), dec("0.1")};
    static final BigDecimal[] LOT = {dec("0.00001"), dec("0.001")};
    static final BigDecimal[] MINIMUM = {dec("5"), dec("20")};
    static final BigDecimal[] MAXIMUM = {dec("1"), dec("10")};
    static final BigDecimal[] POSITION = {dec("2"), dec("20")};
    private static final long DAY_NS = 86_400_000_000_000L;

    final Map<Long, Order> working = new LinkedHashMap<>();
    final Map<Integer, Top> tops = new LinkedHashMap<>();
    final List<Approval> approvals = new ArrayList<>();
    final BigDecimal[] position = {dec("0"), dec("0")};
    BigDecimal equity = dec("100000");
    BigDecimal gross = dec("0");
    BigDecimal net = dec("0");
    String state = "ACTIVE";

    boolean admits(Order order, long nowNs) {
        return wellFormed(order) && stateAdmits(order) && priced(order, nowNs) && sized(order)
                && positionAdmits(order) && (shrinks(order) || exposureAdmits(order)) && paceAdmits(order, nowNs)
                && !duplicate(order, nowNs) && !tradesWithItself(order);
    }

    private static boolean wellFormed(Order order) {
        return order.price.signum() > 0 && order.quantity.signum() > 0
                && (order.market || order.price.remainder(TICK[order.instrument]).signum() == 0)
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
        if (top == null || top.lost || !top.valid || nowNs - top.changedNs > 1_000_000_000L) {
            return false;
        }
        boolean narrow = top.ask.subtract(top.bid).compareTo(top.mid().multiply(dec("0.002"))) <= 0;
        boolean collar = order.buy
                ? order.price.compareTo(top.mid().multiply(dec("1.005"))) <= 0
                : order.price.compareTo(top.mid().multiply(dec("0.995"))) >= 0;
        return collar && (narrow || shrinks(order));
    }

    private static boolean sized(Order order) {
        return order.quantity.compareTo(MAXIMUM[order.instrument]) <= 0 && order.notional().compareTo(dec("900")) <= 0
                && order.notional().compareTo(MINIMUM[order.instrument]) >= 0;
    }

    private boolean positionAdmits(Order order) {
        return reached(order).compareTo(POSITION[order.instrument]) <= 0;
    }

    private boolean exposureAdmits(Order order) {
        BigDecimal opens = opening(order).multiply(order.price);
        BigDecimal grossReached = gross.add(sum(working -> true)).add(opens);
        BigDecimal netReached = (order.buy ? net : net.negate()).add(sum(other -> other.buy == order.buy)).add(opens);
        BigDecimal held = reached(order).max(dec("0")).multiply(order.price.max(tops.get(order.instrument).mid()));
        boolean spotSell = order.instrument == 0 && !order.buy;
        return !spotSell && grossReached.compareTo(dec("2500")) <= 0 && netReached.compareTo(dec("1500")) <= 0
                && held.compareTo(dec("1600")) <= 0 && held.compareTo(equity.multiply(dec("0.0155"))) <= 0
                && grossReached.compareTo(equity.multiply(dec("0.0245"))) <= 0
                && grossReached.compareTo(equity.subtract(dec("92000"))) <= 0;
    }

    private boolean paceAdmits(Order order, long nowNs) {
        long second = approvals.stream().filter(one -> one.timeNs > nowNs - 1_000_000_000L).count();
        long own = approvals.stream().filter(one -> one.timeNs > nowNs - 1_000_000_000L)
                .filter(one -> one.order.instrument == order.instrument).count();
        List<Approval> today = approvals.stream().filter(one -> one.timeNs / DAY_NS == nowNs / DAY_NS).toList();
        BigDecimal notional = today.stream().map(one -> one.order.notional()).reduce(order.notional(),
                BigDecimal::add);
        return working.size() < 4
                && working.values().stream().filter(other -> other.instrument == order.instrument).count() < 3
                && second < 5 && own < 4
                && (shrinks(order) || today.size() < 120 && notional.compareTo(dec("18000")) <= 0);
    }

    private boolean duplicate(Order order, long nowNs) {
        return approvals.stream().filter(one -> one.timeNs > nowNs - 300_000_000L)
                .anyMatch(one -> one.order.instrument == order.instrument && one.order.buy == order.buy
                        && one.order.price.compareTo(order.price) == 0
                        && one.order.quantity.compareTo(order.quantity) == 0);
    }

    private boolean tradesWithItself(Order order) {
        return working.values().stream().anyMatch(other -> other.rests && other.instrument == order.instrument
                && other.buy != order.buy && (order.buy
                        ? other.price.compareTo(order.price) <= 0
                        : other.price.compareTo(order.price) >= 0));
    }

    private boolean shrinks(Order order) {
        return opening(order).signum() == 0;
    }

    private BigDecimal reached(Order order) {
        return position[order.instrument].multiply(dec(order.buy ? "1" : "-1"))
                .add(workingOn(order.instrument, order.buy)).add(order.quantity);
    }

    private BigDecimal opening(Order order) {
        BigDecimal against = position[order.instrument].multiply(dec(order.buy ? "-1" : "1"));
        BigDecimal left = against.subtract(workingOn(order.instrument, order.buy)).max(BigDecimal.ZERO);
        return order.quantity.subtract(left).max(BigDecimal.ZERO);
    }

    private BigDecimal workingOn(int instrument, boolean buy) {
        return working.values().stream().filter(order -> order.instrument == instrument && order.buy == buy)
                .map(Order::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal sum(Predicate<Order> which) {
        return working.values().stream().filter(which).map(Order::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }
}
