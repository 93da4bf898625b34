package io.v11.engine.feature.shared;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.Instrument;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;

/**
 * The markets of all instruments as one picture. BTCUSDT and ETHUSDT lead; each is taken from spot when it is configured
 * there, else from the perpetual. For the leader itself the other of the two stands in. A market event costs constant
 * time, the close of a minute one pass over the instruments. Confined to the feature thread; allocates nothing after
 * construction.
 */
public final class CrossMarket {
    /** Windows of beta and correlation, in minutes. */
    public static final int HOUR = 60;
    public static final int HALF_DAY = 720;
    private static final String BITCOIN = "BTCUSDT";
    private static final String ETHER = "ETHUSDT";

    private final MarketMemory absent = new MarketMemory(false);
    private final MarketMemory[] markets;
    private final MarketMemory[] others;
    private final MarketMemory[] perpetuals;
    private final MarketMemory bitcoin;
    private final MarketMemory ether;
    private final MinutePair[] hours;
    private final MinutePair[] halfDays;
    private final MarketAggregate aggregate;

    CrossMarket(List<Instrument> instruments) {
        int size = instruments.stream().mapToInt(Instrument::id).max().orElse(-1) + 1;
        markets = new MarketMemory[size];
        others = new MarketMemory[size];
        perpetuals = new MarketMemory[size];
        for (Instrument instrument : instruments) {
            markets[instrument.id()] = new MarketMemory(true);
        }
        bitcoin = leader(instruments, BITCOIN);
        ether = leader(instruments, ETHER);
        hours = new MinutePair[size];
        halfDays = new MinutePair[size];
        for (Instrument instrument : instruments) {
            int id = instrument.id();
            others[id] = other(instruments, instrument);
            perpetuals[id] = instrument.market() == Instrument.Market.USDM ? markets[id] : others[id];
            hours[id] = new MinutePair(markets[id].minutes(), first(id).minutes(), HOUR);
            halfDays[id] = new MinutePair(markets[id].minutes(), first(id).minutes(), HALF_DAY);
        }
        aggregate = aggregate(instruments);
    }

    private MarketMemory leader(List<Instrument> instruments, String symbol) {
        MarketMemory found = absent;
        for (Instrument instrument : instruments) {
            if (instrument.symbol().equals(symbol)
                    && (found == absent || instrument.market() == Instrument.Market.SPOT)) {
                found = markets[instrument.id()];
            }
        }
        return found;
    }

    private MarketMemory other(List<Instrument> instruments, Instrument of) {
        for (Instrument instrument : instruments) {
            if (instrument.symbol().equals(of.symbol()) && instrument.market() != of.market()) {
                return markets[instrument.id()];
            }
        }
        return absent;
    }

    private MarketAggregate aggregate(List<Instrument> instruments) {
        List<String> symbols = new ArrayList<>();
        List<MinuteCloses> closes = new ArrayList<>();
        List<MinutePair> pairs = new ArrayList<>();
        for (Instrument instrument : instruments) {
            if (!symbols.contains(instrument.symbol())) {
                symbols.add(instrument.symbol());
                closes.add(markets[instrument.id()].minutes());
                pairs.add(markets[instrument.id()] == bitcoin ? null : hours[instrument.id()]);
            }
        }
        return new MarketAggregate(closes.toArray(MinuteCloses[]::new), pairs.toArray(MinutePair[]::new));
    }

    void onMarket(int instrument, MarketView view, long timeNs) {
        markets[instrument].onMarket(view, timeNs);
        if (view.closed(BarLength.MINUTE)) {
            // Those that this one leads have waited for it; the others have nothing to do.
            for (int i = 0; i < hours.length; i++) {
                if (hours[i] != null) {
                    hours[i].advance();
                    halfDays[i].advance();
                }
            }
            aggregate.update(timeNs);
        }
    }

    public MarketMemory market(int instrument) {
        return markets[instrument];
    }

    public MarketMemory bitcoin() {
        return bitcoin;
    }

    public MarketMemory ether() {
        return ether;
    }

    /** BTC; for BTC itself ETH. */
    public MarketMemory first(int instrument) {
        return markets[instrument] == bitcoin ? ether : bitcoin;
    }

    /** ETH; for ETH itself BTC. */
    public MarketMemory second(int instrument) {
        return markets[instrument] == ether ? bitcoin : ether;
    }

    /** The same symbol on the other market. */
    public MarketMemory other(int instrument) {
        return others[instrument];
    }

    /** The perpetual of the symbol: the instrument itself when it is one. */
    public MarketMemory perpetual(int instrument) {
        return perpetuals[instrument];
    }

    /** The instrument beside {@link #first} over an hour. */
    public MinutePair hour(int instrument) {
        return hours[instrument];
    }

    /** The instrument beside {@link #first} over half a day. */
    public MinutePair halfDay(int instrument) {
        return halfDays[instrument];
    }

    public MarketAggregate aggregate() {
        return aggregate;
    }

    void reset() {
        for (int i = 0; i < markets.length; i++) {
            if (markets[i] != null) {
                markets[i].reset();
                hours[i].reset();
                halfDays[i].reset();
            }
        }
        aggregate.reset();
    }

    long stateHash(long start) {
        long hash = aggregate.stateHash(start);
        for (int i = 0; i < markets.length; i++) {
            if (markets[i] != null) {
                hash = halfDays[i].stateHash(hours[i].stateHash(markets[i].stateHash(hash)));
            }
        }
        return hash;
    }
}
