package io.v11.engine.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.engine.trading.TestInstruments;
import io.v11.engine.trading.TestLimits;
import io.v11.journal.event.Command;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Random orders, reports, prices and commands: the gate and its naive double must agree on every order. */
class RiskBypassPropertyTest {
    private static final long SEED = 20_261_123L;
    private static final int ORDERS = 100_000;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final List<RiskReason> SURVIVING_A_CUT = List.of(RiskReason.APPROVED, RiskReason.MALFORMED,
            RiskReason.PAUSED, RiskReason.KILLED, RiskReason.REDUCING_ONLY, RiskReason.FEED_LOST,
            RiskReason.STALE_REFERENCE_PRICE, RiskReason.PRICE_COLLAR, RiskReason.SPREAD_WIDE,
            RiskReason.BELOW_MINIMUM, RiskReason.BALANCE, RiskReason.OPEN_ORDERS, RiskReason.INSTRUMENT_OPEN_ORDERS,
            RiskReason.ORDER_RATE, RiskReason.INSTRUMENT_ORDER_RATE, RiskReason.DUPLICATE_ORDER, RiskReason.SELF_TRADE);
    private static final List<RiskReason> SEEN = Stream.concat(SURVIVING_A_CUT.stream(),
            Stream.of(RiskReason.ORDER_QUANTITY, RiskReason.ORDER_NOTIONAL, RiskReason.POSITION_LIMIT,
                    RiskReason.NOTIONAL_LIMIT, RiskReason.NET_LIMIT, RiskReason.INSTRUMENT_NOTIONAL,
                    RiskReason.CONCENTRATION, RiskReason.LEVERAGE, RiskReason.DRAWDOWN_BUDGET,
                    RiskReason.NOTIONAL_PER_DAY, RiskReason.ORDERS_PER_DAY))
            .toList();
    private static final long[] PRICE = {TestInstruments.e8("1000"), TestInstruments.e8("300")};
    private static final long[] TICK = {TestInstruments.e8("0.01"), TestInstruments.e8("0.1")};
    private static final long[] LOT = {TestInstruments.e8("0.00001"), TestInstruments.e8("0.001")};

    private final Map<RiskReason, Integer> reasons = new EnumMap<>(RiskReason.class);
    private Random random;
    private RiskFixture risk;
    private NaiveGate naive;
    private long nowNs;
    private long trade;
    private boolean cuts;
    private int cutOrders;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldLetNoOrderPastTheLimitsAndRefuseNoneWithin(boolean cutToFit) {
        begin(cutToFit);
        int orders = 0;
        while (orders < ORDERS) {
            nowNs += random.nextLong(random.nextBoolean() ? 5_000_000L : 150_000_000L);
            nowNs = random.nextInt(1_500) == 0 ? (nowNs / DAY_NS + 1) * DAY_NS + random.nextInt(3) - 1 : nowNs;
            risk.at(nowNs);
            switch (random.nextInt(10)) {
                case 0, 1 -> moveTop(random.nextInt(2));
                case 2, 3 -> report();
                case 4 -> command();
                case 5 -> feed();
                default -> {
                    propose(random.nextInt(2), orders);
                    orders++;
                }
            }
        }
        for (RiskReason reason : cutToFit ? SURVIVING_A_CUT : SEEN) {
            assertTrue(reasons.getOrDefault(reason, 0) > 30, reason + " too rare to prove anything: " + reasons);
        }
        assertTrue(!cutToFit || cutOrders > 1_000, "orders cut: " + cutOrders);
    }

    private void begin(boolean cutToFit) {
        cuts = cutToFit;
        random = new Random(SEED);
        String[] limits = Arrays.copyOf(NaiveGate.LIMITS, NaiveGate.LIMITS.length + 1);
        limits[NaiveGate.LIMITS.length] = "order.cutToFit=" + cutToFit;
        risk = new RiskFixture(TestLimits.limits(limits));
        naive = new NaiveGate();
        nowNs = 1_000_000_000L;
    }

    private void moveTop(int instrument) {
        long mid = PRICE[instrument] + TICK[instrument] * random.nextInt(-100, 100);
        long half = TICK[instrument] * (random.nextInt(6) == 0 ? 150 : 1);
        boolean valid = random.nextInt(12) > 0;
        setAccount(instrument);
        risk.frames.top(instrument, mid - half, mid + half).market().topValid = valid;
        risk.pass(risk.frames.slot());
        NaiveGate.Top before = naive.tops.get(instrument);
        if (valid) {
            naive.tops.put(instrument, new NaiveGate.Top(units(mid - half), units(mid + half), true, nowNs, false));
        } else if (before != null) {
            naive.tops.put(instrument,
                    new NaiveGate.Top(before.bid(), before.ask(), false, before.changedNs(), before.lost()));
        }
    }

    private void feed() {
        int instrument = random.nextInt(2);
        NaiveGate.Top top = naive.tops.get(instrument);
        if (top == null || !top.lost() && random.nextInt(20) > 0) {
            return;
        }
        boolean lost = !top.lost();
        setAccount(instrument);
        risk.pass(risk.frames.feed(instrument, !lost));
        naive.tops.put(instrument, new NaiveGate.Top(top.bid(), top.ask(), top.valid(), top.changedNs(), lost));
    }

    private void propose(int instrument, int number) {
        NaiveGate.Order order = random.nextInt(25) == 0 && !naive.approvals.isEmpty()
                ? naive.approvals.getLast().order()
                : order(instrument);
        setAccount(order.instrument());
        risk.type = order.market() ? OrderType.MARKET : OrderType.LIMIT;
        risk.timeInForce = order.rests() ? TimeInForce.GTC : TimeInForce.IOC;

        RiskReason reason = risk.propose(order.instrument(), order.buy() ? Side.BUY : Side.SELL, e8(order.price()),
                e8(order.quantity()));
        reasons.merge(reason, 1, Integer::sum);

        boolean approved = reason == RiskReason.APPROVED;
        String what = "seed " + SEED + " order " + number + " " + order + " gate says " + reason;
        NaiveGate.Order sent = order.of(units(risk.frames.slot().verdict().approvedQuantityE8));
        if (approved && sent.quantity().compareTo(order.quantity()) < 0) {
            assertTrue(cuts, what);
            assertTrue(naive.admits(sent, nowNs), what + " and cut to " + sent.quantity());
            NaiveGate.Order more = sent.of(sent.quantity().add(NaiveGate.LOT[sent.instrument()]));
            assertTrue(!naive.admits(more, nowNs), what + " and cut too far, to " + sent.quantity());
            cutOrders++;
        } else {
            assertEquals(naive.admits(order, nowNs), approved, what);
        }
        if (approved) {
            naive.working.put(risk.lastId(), sent);
            naive.approvals.add(new NaiveGate.Approval(nowNs, sent));
            naive.approvals
                    .removeIf(one -> one.timeNs() / DAY_NS < nowNs / DAY_NS && one.timeNs() < nowNs - DAY_NS / 9);
        }
        assertEquals(naive.working.size(), risk.stage.workingOrders());
    }

    private NaiveGate.Order order(int instrument) {
        boolean market = random.nextInt(5) == 0;
        long price = PRICE[instrument] + TICK[instrument] * random.nextInt(-550, 550);
        long lots = random.nextInt(3) == 0 ? random.nextInt(1_000) : random.nextInt(130_000);
        long quantity = LOT[instrument] * (instrument == 0 ? lots : lots / 10);
        if (random.nextInt(40) == 0) {
            price = random.nextBoolean() ? price + 1 : -price;
        }
        return new NaiveGate.Order(instrument, random.nextInt(3) > 0, units(price), units(quantity), market,
                !market && random.nextBoolean());
    }

    private void report() {
        if (naive.working.isEmpty()) {
            return;
        }
        List<Long> ids = new ArrayList<>(naive.working.keySet());
        long id = ids.get(random.nextInt(ids.size()));
        NaiveGate.Order order = naive.working.get(id);
        if (random.nextInt(3) == 0) {
            naive.working.remove(id);
            setAccount(order.instrument());
            risk.pass(risk.frames.cancelled(id, e8(order.quantity())));
            return;
        }
        long quantity = e8(order.quantity());
        long filled = random.nextBoolean() ? quantity : 1 + random.nextLong(quantity);
        int side = order.buy() ? 1 : -1;
        naive.position[order.instrument()] = naive.position[order.instrument()].add(units(side * filled));
        if (filled == quantity) {
            naive.working.remove(id);
        } else {
            naive.working.put(id, order.of(units(quantity - filled)));
        }
        setAccount(order.instrument());
        risk.pass(risk.frames.fill(order.instrument(), id, ++trade, order.buy() ? Side.BUY : Side.SELL,
                e8(order.price()), filled, quantity - filled, 0));
    }

    private void command() {
        boolean active = naive.state.equals("ACTIVE");
        if (random.nextInt(active ? 40 : 4) > 0) {
            return;
        }
        Command[] commands = {Command.PAUSE, Command.FLATTEN, Command.KILL};
        Command command = active ? commands[random.nextInt(3)] : Command.RESUME;
        naive.state = switch (command) {
            case PAUSE -> "PAUSED";
            case FLATTEN -> "REDUCING";
            case KILL -> "HALTED";
            default -> "ACTIVE";
        };
        risk.command(command);
    }

    /** Equity wanders between no drawdown and one just short of the limit, so that what is held may lead to any limit. */
    private void setAccount(int instrument) {
        naive.equity = new BigDecimal(93_700 + random.nextInt(5_000));
        BigDecimal first = naive.position[0].multiply(new BigDecimal("1000"));
        BigDecimal second = naive.position[1].multiply(new BigDecimal("300"));
        naive.gross = first.abs().add(second.abs());
        naive.net = first.add(second);
        risk.equityE8 = e8(naive.equity);
        risk.positionE8 = e8(naive.position[instrument]);
        risk.grossE8 = e8(naive.gross);
        risk.netE8 = e8(naive.net);
    }

    private static BigDecimal units(long e8) {
        return BigDecimal.valueOf(e8, 8);
    }

    private static long e8(BigDecimal units) {
        return units.movePointRight(8).longValueExact();
    }
}
