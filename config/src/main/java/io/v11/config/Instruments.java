package io.v11.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All instruments that the engine knows, by id; {@code config/instruments.yaml}. */
public record Instruments(List<Instrument> instruments) {

    public Instruments {
        instruments = List.copyOf(instruments);
        if (instruments.isEmpty() || instruments.size() > Limits.INSTRUMENTS) {
            throw new ConfigurationException(
                    "instruments: between 1 and " + Limits.INSTRUMENTS + " are needed, found " + instruments.size());
        }
        for (int i = 0; i < instruments.size(); i++) {
            Instrument instrument = instruments.get(i);
            if (instrument.id() != i) {
                throw new ConfigurationException("instruments: ids must count up from 0; " + instrument.qualifiedName()
                        + " stands at " + i + " and has id " + instrument.id());
            }
            if (instrument.tickSize().e8() <= 0 || instrument.lotSize().e8() <= 0) {
                throw new ConfigurationException(
                        "instruments: " + instrument.qualifiedName() + ": tickSize and lotSize must be above 0");
            }
        }
    }

    public int count() {
        return instruments.size();
    }

    public Instrument get(int id) {
        return instruments.get(id);
    }

    /** Qualified names by id. */
    public List<String> qualifiedNames() {
        return instruments.stream().map(Instrument::qualifiedName).toList();
    }

    /** Finds by symbol and market; the message of a failure lists what there is. */
    public Instrument find(String symbol, Instrument.Market market) {
        String wanted = symbol.toUpperCase(Locale.ROOT);
        for (Instrument instrument : instruments) {
            if (instrument.symbol().equals(wanted) && instrument.market() == market) {
                return instrument;
            }
        }
        throw new ConfigurationException("unknown instrument " + wanted + "." + market + "; known: "
                + instruments.stream().map(Instrument::qualifiedName).collect(Collectors.joining(", "))
                + "; add it to config/instruments.yaml");
    }
}
