package io.v11.engine.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.trading.TestInstruments;
import io.v11.engine.trading.TestLimits;
import io.v11.journal.event.Command;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Random orders, reports, prices and commands: the gate and its naive double must agree on every order. */
class RiskBypassPropertyTest {
    private static final long SEED = 20_261_123L;
    private static final int ORDERS = 100_000;
    private static final long[] PRICE = {TestInstruments.e8("1000"), TestInstruments.e8("300")};
    private static final long[] TICK = {TestInstruments.e8("0.01"), TestInstruments.e8("0.1")};
    private static final long[] LOT = {TestInstruments.e8("0.00001"), TestInstruments.e8("0.001")};

    private final Random random = new Random(SEED);
    private final RiskFixture risk = new RiskFixture(
            TestLimits.limits("order.maximumNotional=900", "exposure.maximumGross=2500"));
    private final NaiveGate naive = new NaiveGate();
    private final Map<RiskReason, Integer> reasons = new EnumMap<>(RiskReason.class);
    private long nowNs = 1_000_000_000L;
    private long trade;

    @Test
    void shouldLetNoOrderPastTheLimits() {
        int orders = 0;
        while (orders < ORDERS) {
            nowNs += random.nextLong(random.nextBoolean() ? 5_000_000L : 150_000_000L);
            risk.at(nowNs);
            switch (random.nextInt(10)) {
                case 0 -> moveTop(random.nextInt(2));
                case 1, 2, 3 -> report();
                case 4 -> command();
                default -> {
                    propose(random.nextInt(2), orders);
                    orders++;
                }
            }
        }
        for (RiskReason reason : List.of(RiskReason.APPROVED, RiskReason.MALFORMED, RiskReason.PAUSED,
                RiskReason.KILLED,
                RiskReason.REDUCING_ONLY, RiskReason.STALE_REFERENCE_PRICE, RiskReason.PRICE_COLLAR,
                RiskReason.ORDER_QUANTITY, RiskReason.ORDER_NOTIONAL, RiskReason.BELOW_MINIMUM,
                RiskReason.POSITION_LIMIT, RiskReason.NOTIONAL_LIMIT, RiskReason.OPEN_ORDERS, RiskReason.ORDER_RATE)) {
            assertTrue(reasons.getOrDefault(reason, 0) > 50, reason + " too rare to prove anything: " + reasons);
        }
    }

    private void moveTop(int instrument) {
        long mid = PRICE[instrument] + TICK[instrument] * random.nextInt(-100, 100);
        boolean valid = random.nextInt(12) > 0;
        risk.frames.top(instrument, mid - TICK[instrument], mid + TICK[instrument]).market().topValid = valid;
        risk.pass(risk.frames.slot());
        NaiveGate.Top before = naive.tops.get(instrument);
        naive.tops.put(instrument, valid
                ? new NaiveGate.Top(units(mid - TICK[instrument]), units(mid + TICK[instrument]), true, nowNs)
                : before == null
                        ? new NaiveGate.Top(null, null, false, 0)
                        : new NaiveGate.Top(before.bid(), before.ask(), false, before.changedNs()));
    }

    private void propose(int instrument, int number) {
        boolean buy = random.nextBoolean();
        long price = PRICE[instrument] + TICK[instrument] * random.nextInt(-550, 550);
        long lots = random.nextInt(4) == 0 ? random.nextInt(1_000) : random.nextInt(130_000);
        long quantity = LOT[instrument] * (instrument == 0 ? lots : lots / 10);
        if (random.nextInt(40) == 0) {
            price = random.nextBoolean() ? price + 1 : -price;
        }
        setAccount(instrument);

        RiskReason reason = risk.propose(instrument, buy ? Side.BUY : Side.SELL, price, quantity);
        reasons.merge(reason, 1, Integer::sum);

        NaiveGate.Order order = new NaiveGate.Order(instrument, buy, units(price), units(quantity));
        boolean admitted = naive.admits(order, nowNs, gross());
        assertEquals(admitted, reason == RiskReason.APPROVED,
                "seed " + SEED + " order " + number + " " + order + " gate says " + reason);
        if (admitted) {
            naive.working.put(risk.lastId(), order);
            naive.approvals.add(nowNs);
            naive.approvals.removeIf(time -> time < nowNs - 2_000_000_000L);
        }
        assertEquals(naive.working.size(), risk.stage.workingOrders());
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
            naive.working.put(id, new NaiveGate.Order(order.instrument(), order.buy(), order.price(),
                    units(quantity - filled)));
        }
        setAccount(order.instrument());
        risk.pass(risk.frames.fill(order.instrument(), id, ++trade, order.buy() ? Side.BUY : Side.SELL,
                e8(order.price()), filled, quantity - filled, 0));
    }

    private void command() {
        boolean active = naive.state.equals("ACTIVE");
        if (random.nextInt(active ? 20 : 5) > 0) {
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

    private void setAccount(int instrument) {
        risk.positionE8 = e8(naive.position[instrument]);
        risk.grossE8 = e8(gross());
    }

    private BigDecimal gross() {
        return naive.position[0].abs().multiply(new BigDecimal("1000"))
                .add(naive.position[1].abs().multiply(new BigDecimal("300")));
    }

    private static BigDecimal units(long e8) {
        return BigDecimal.valueOf(e8, 8);
    }

    private static long e8(BigDecimal units) {
        return units.movePointRight(8).longValueExact();
    }
}
