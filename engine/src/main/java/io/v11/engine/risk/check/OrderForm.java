package io.v11.engine.risk.check;

import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;

/** Whether a proposal is an order at all, and of an instrument that is traded. */
final class OrderForm {
    private final Instruments instruments;
    private final boolean[] disabled;

    OrderForm(Instruments instruments, List<String> disabledNames) {
        this.instruments = instruments;
        disabled = new boolean[instruments.count()];
        List<String> names = java.util.stream.IntStream.range(0, instruments.count())
                .mapToObj(i -> instruments.get(i).qualifiedName()).toList();
        for (String name : disabledNames) {
            if (!names.contains(name)) {
                throw new ConfigurationException(
                        "risk.order.disabled names an unknown instrument: " + name + "; known: " + names);
            }
            disabled[names.indexOf(name)] = true;
        }
    }

    /** The instrument is known, the side is one, price and quantity are above 0 and multiples of tick and lot. */
    boolean wellFormed(Proposal proposal) {
        if (proposal.instrument < 0 || proposal.instrument >= instruments.count()) {
            return false;
        }
        Instrument instrument = instruments.get(proposal.instrument);
        boolean priced = proposal.type == OrderType.MARKET
                || proposal.type == OrderType.LIMIT && proposal.priceE8 % instrument.tickSize().e8() == 0;
        return priced && (proposal.side == Side.BUY || proposal.side == Side.SELL) && proposal.priceE8 > 0
                && proposal.quantityE8 > 0 && proposal.quantityE8 % instrument.lotSize().e8() == 0;
    }

    boolean enabled(Proposal proposal) {
        return !disabled[proposal.instrument];
    }
}
