package io.v11.engine.trading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.v11.config.RiskLimits;
import io.v11.config.YamlBinder;

/** Limits that are out of the way, but for those that a test names. */
public final class TestLimits {
    private static final String[] WIDE = {"price.collarBps=50", "price.maximumSpreadBps=9000",
        "price.staleReferenceMs=1000", "order.maximumNotional=100000", "order.cutToFit=false", "order.disabled=[]",
        "order.shortSpot=true", "order.selfTrade=true", "exposure.maximumGross=250000", "exposure.maximumNet=250000",
        "exposure.maximumInstrument=250000", "exposure.maximumConcentration=100", "exposure.maximumLeverage=100",
        "pace.maximumOpen=4", "pace.maximumOpenInstrument=4", "pace.perSecond=5", "pace.perSecondInstrument=5",
        "pace.perDay=0", "pace.notionalPerDay=0", "pace.duplicateWindowMs=0", "pace.repeatedFills=0",
        "pace.repeatedWindowMs=0", "breakers.maximumDrawdownFraction=0.08", "breakers.softDrawdownFraction=0",
        "breakers.softClose=false", "breakers.slippageReserveBps=0", "breakers.gapBps=0",
        "breakers.dailyLossFraction=0", "breakers.dailyRearm=false", "breakers.lossStreak=0",
        "breakers.slippageFills=0", "breakers.slippageBps=0", "breakers.comparison=false", "tail.reportBar=NONE",
        "tail.bar=NONE",
        "tail.scenarios=100", "tail.minimumScenarios=50", "tail.confidence=0.975", "tail.decay=0.97",
        "tail.horizonBars=1", "tail.valueAtRisk=10", "tail.shortfall=10", "tail.marginal=10", "tail.stress=10",
        "tail.budgetShare=1", "tail.whenUnknown=ALLOW", "stop.mode=NONE", "stop.bar=MINUTE", "stop.atrBars=3",
        "stop.rankBars=6", "stop.lowMultiple=1", "stop.normalMultiple=2", "stop.highMultiple=3", "stop.stepBps=0",
        "stop.maximumMinutes=0", "stop.answerMs=1000"};

    private TestLimits() {
    }

    /** @param changes such as {@code pace.perDay=5} */
    public static RiskLimits limits(String... changes) {
        Map<String, String> values = new TreeMap<>();
        for (String value : WIDE) {
            put(values, value);
        }
        for (String change : changes) {
            if (!values.containsKey(change.substring(0, change.indexOf('=')))) {
                throw new IllegalArgumentException("no such limit: " + change);
            }
            put(values, change);
        }
        Map<String, StringBuilder> groups = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            String[] parts = key.split("\\.");
            groups.computeIfAbsent(parts[0], name -> new StringBuilder()).append(", ").append(parts[1]).append(": ")
                    .append(value);
        });
        StringBuilder text = new StringBuilder("startingCapital: 100000\n");
        groups.forEach((name, keys) -> text.append(name).append(": {").append(keys.substring(2)).append("}\n"));
        return YamlBinder.parse("test", text.toString(), RiskLimits.class);
    }

    private static void put(Map<String, String> values, String change) {
        int equals = change.indexOf('=');
        values.put(change.substring(0, equals), change.substring(equals + 1));
    }
}
