package io.v11.training.backtest.account;

/**
 * A share of a run's money: of all, of an instrument or of a regime. Quote units E8; costs positive when paid.
 *
 * <pre>
 *   net = gross - spread - slippage - fees - funding
 * </pre>
 *
 * @param name       of the share
 * @param grossE8    price moves of the position as if bought and sold at the mid of the decision
 * @param spreadE8   half spreads
 * @param slippageE8 fills worse than the touch
 * @param feesE8     to the venue
 * @param fundingE8  to the other side
 * @param fills      counted
 * @param notionalE8 traded
 */
public record Part(String name, long grossE8, long spreadE8, long slippageE8, long feesE8, long fundingE8, long fills,
        long notionalE8) {

    /** What is left. */
    public long netE8() {
        return grossE8 - costsE8();
    }

    /** All four. */
    public long costsE8() {
        return spreadE8 + slippageE8 + feesE8 + fundingE8;
    }

    Part plus(Part other) {
        return new Part(name, grossE8 + other.grossE8, spreadE8 + other.spreadE8, slippageE8 + other.slippageE8,
                feesE8 + other.feesE8, fundingE8 + other.fundingE8, fills + other.fills,
                notionalE8 + other.notionalE8);
    }
}
