package io.v11.engine.risk;

import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;

/** The instrument is known, the side is one, price and quantity are above 0 and multiples of tick and lot. */
final class MalformedCheck implements RiskCheck {
    private final Instruments instruments;

    MalformedCheck(Instruments instruments) {
        this.instruments = instruments;
    }

    @Override
    public RiskReason check(Proposal proposal) {
        if (proposal.instrument < 0 || proposal.instrument >= instruments.count()) {
            return RiskReason.MALFORMED;
        }
        Instrument instrument = instruments.get(proposal.instrument);
        boolean wellFormed = (proposal.side == Side.BUY || proposal.side == Side.SELL) && proposal.priceE8 > 0
                && proposal.quantityE8 > 0 && proposal.priceE8 % instrument.tickSize().e8() == 0
                && proposal.quantityE8 % instrument.lotSize().e8() == 0;
        return wellFormed ? RiskReason.APPROVED : RiskReason.MALFORMED;
    }
}
