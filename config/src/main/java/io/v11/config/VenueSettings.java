package io.v11.config;

import java.util.List;

/**
 * The simulated venue: how late it hears and answers, where an order stands in a queue, what trading costs, what a
 * position needs as margin, and how a bar without a book is traded in.
 *
 * @param orderLatency   engine to venue
 * @param reportLatency  venue to engine
 * @param queue          how a resting order comes forward
 * @param fees           INSTRUMENT: as config/instruments.yaml says; or a level of the account
 * @param fundingRateBps per funding period, charged on perpetuals while the journal has no mark prices; Binance's
 *                       interest part is 0.01 % per 8 h, 1 bp
 * @param spotShort      spot may be sold without owning it, against quote units of its full value: stands in for
 *                       borrowing on margin, and charges no interest
 * @param leverage       chosen for every perpetual; its own maximum bounds it
 * @param perpetuals     terms of margin and funding by symbol
 * @param bar            trading inside bars, for instruments whose journal has no book
 */
public record VenueSettings(Latency orderLatency, Latency reportLatency, Queue queue, FeeTier fees,
        double fundingRateBps, boolean spotShort, int leverage, List<Perpetual> perpetuals, Bar bar) {
    /** Stands for every symbol without an entry of its own. */
    public static final String ANY = "ANY";
    /** Stands for no file. */
    public static final String NONE = "NONE";

    /**
     * One way between engine and venue.
     *
     * @param model    CONSTANT: {@code us}. EMPIRICAL: drawn from {@code file}. LOAD: {@code us + usPerEventPerMs x} market
     *                 events per ms over the last {@code windowMs} whole milliseconds
     * @param us       constant, or least under LOAD, microseconds
     * @param file     CSV with the head {@code latencyUs} or {@code latencyUs,count}, below the working directory or by its
     *                 whole path; NONE without. Its name is journaled, what stands in it is not: keep it with the runs
     * @param seed     of the draws
     */
    public record Latency(Model model, long us, String file, long seed, double usPerEventPerMs, int windowMs) {
        /** What the latency depends on. */
        public enum Model {
            CONSTANT, EMPIRICAL, LOAD
        }

        /** Always the same. */
        public static Latency constant(long us) {
            return new Latency(Model.CONSTANT, us, NONE, 0L, 0.0, 1);
        }

        private void conclude(SettingsCheck check, String key) {
            check.require(us >= 0, key + ".us", "0 or more", us);
            check.require(model != Model.EMPIRICAL || !file.equals(NONE), key + ".file",
                    "a file of measured latencies with model: EMPIRICAL", file);
            check.require(usPerEventPerMs >= 0, key + ".usPerEventPerMs", "0 or more", usPerEventPerMs);
            check.require(windowMs >= 1 && windowMs <= Limits.LOAD_WINDOW_MS, key + ".windowMs",
                    "1 to " + Limits.LOAD_WINDOW_MS, windowMs);
        }
    }

    /** @param exponent n of the power functions, else unused */
    public record Queue(Model model, double exponent) {
        /** See io.v11.engine.venue.queue for the formulas. */
        public enum Model {
            TRADES, RISK_AVERSE, LOG, LOG2, POWER, POWER2, POWER3
        }

        private void conclude(SettingsCheck check) {
            check.require(exponent > 0 && exponent <= 10, "venue.queue.exponent", "above 0 and at most 10", exponent);
        }
    }

    /**
     * Terms of a perpetual, of its first bracket of notional.
     *
     * @param symbol                as in config/instruments.yaml, or ANY
     * @param maintenanceMarginRate fraction of the notional
     * @param maintenanceAmount     what Binance takes off the maintenance margin, quote units; 0 in the first bracket
     * @param liquidationFeeRate    fraction of the notional that a liquidation costs beyond the taker fee
     * @param fundingHours          between two settlements, counted from midnight UTC
     */
    public record Perpetual(String symbol, int maximumLeverage, double maintenanceMarginRate, Decimal maintenanceAmount,
            double liquidationFeeRate, int fundingHours) {

        private void conclude(SettingsCheck check, int leverage) {
            String key = "venue.perpetuals." + symbol;
            check.require(maximumLeverage >= 1 && maximumLeverage <= 125, key + ".maximumLeverage", "1 to 125",
                    maximumLeverage);
            check.require(
                    maintenanceMarginRate > 0 && maintenanceMarginRate * Math.min(leverage, maximumLeverage) < 1,
                    key + ".maintenanceMarginRate", "above 0 and below the initial margin's, 1 / leverage",
                    maintenanceMarginRate);
            check.require(maintenanceAmount.e8() >= 0, key + ".maintenanceAmount", "0 or more", maintenanceAmount);
            check.require(liquidationFeeRate >= 0 && liquidationFeeRate < 1, key + ".liquidationFeeRate",
                    "0 or more and below 1", liquidationFeeRate);
            check.require(fundingHours > 0 && 24 % fundingHours == 0, key + ".fundingHours", "a divisor of 24",
                    fundingHours);
        }
    }

    /**
     * Trading inside a bar.
     *
     * @param openWindowMs  orders that arrive so soon after the bar's start trade at its open
     * @param halfSpreadBps what taking costs beyond the bar's price
     * @param slippageBps   what a triggered stop loses beyond that
     * @param participation largest part of a bar's volume that our orders may be filled with
     * @param touchFills    a resting order fills when the bar trades at its price, not only beyond it
     */
    public record Bar(long openWindowMs, double halfSpreadBps, double slippageBps, double participation,
            boolean touchFills) {

        private void conclude(SettingsCheck check) {
            check.require(openWindowMs >= 0, "venue.bar.openWindowMs", "0 or more", openWindowMs);
            check.require(halfSpreadBps >= 0, "venue.bar.halfSpreadBps", "0 or more", halfSpreadBps);
            check.require(slippageBps >= 0, "venue.bar.slippageBps", "0 or more", slippageBps);
            check.require(participation > 0 && participation <= 1, "venue.bar.participation", "above 0 and at most 1",
                    participation);
        }
    }

    /** Constant latencies, trades alone bring an order forward, fees of the instruments: the plainest venue there is. */
    public static VenueSettings plain(long orderLatencyUs, long reportLatencyUs) {
        return new VenueSettings(Latency.constant(orderLatencyUs), Latency.constant(reportLatencyUs),
                new Queue(Queue.Model.TRADES, 1.0), FeeTier.INSTRUMENT, 1.0, true, 20,
                List.of(new Perpetual(ANY, 20, 0.025, new Decimal(0L), 0.0125, 8)),
                new Bar(1_000L, 1.0, 2.0, 0.1, false));
    }

    /** The terms of a perpetual: its own or those of ANY. */
    public Perpetual perpetual(Instrument instrument) {
        Perpetual any = null;
        for (Perpetual terms : perpetuals) {
            if (terms.symbol.equals(instrument.symbol())) {
                return terms;
            }
            any = terms.symbol.equals(ANY) ? terms : any;
        }
        if (any == null) {
            throw new ConfigurationException("venue.perpetuals has no entry for " + instrument.qualifiedName()
                    + ": add one with symbol: " + instrument.symbol() + " or symbol: " + ANY);
        }
        return any;
    }

    void conclude(SettingsCheck check) {
        orderLatency.conclude(check, "venue.orderLatency");
        reportLatency.conclude(check, "venue.reportLatency");
        queue.conclude(check);
        check.require(Math.abs(fundingRateBps) <= 300, "venue.fundingRateBps", "-300 to 300", fundingRateBps);
        check.require(leverage >= 1 && leverage <= 125, "venue.leverage", "1 to 125", leverage);
        for (Perpetual terms : perpetuals) {
            terms.conclude(check, leverage);
        }
        check.require(perpetuals.stream().map(Perpetual::symbol).distinct().count() == perpetuals.size(),
                "venue.perpetuals", "without a symbol that stands twice", perpetuals);
        bar.conclude(check);
    }
}
