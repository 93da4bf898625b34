package io.v11.engine.allocation;

import java.util.function.Function;

/** The ways to weigh instruments. */
public enum AllocationMethod {
    /** Least variance (and cost of turnover), whatever the views. */
    MINIMUM_VARIANCE(settings -> new MeanVariance(settings, false)),
    /** Return of the views less variance and cost of turnover; an instrument without a view is expected to return 0. Markowitz 1952. */
    MEAN_VARIANCE(settings -> new MeanVariance(settings, true)),
    /** Every instrument carries its budget of risk. */
    RISK_PARITY(RiskParity::new),
    /** Risk shared along a tree of what moves together. Lopez de Prado 2016. */
    HIERARCHICAL_RISK_PARITY(HierarchicalRiskParity::new),
    /** Mean-variance with the views blended into what the reference portfolio implies. Black and Litterman 1992. */
    BLACK_LITTERMAN(BlackLitterman::new),
    /** Least expected shortfall over the window. Rockafellar and Uryasev 2000. */
    CONDITIONAL_VALUE_AT_RISK(ShortfallRule::new);

    private final Function<AllocationSettings, WeightRule> rule;

    AllocationMethod(Function<AllocationSettings, WeightRule> rule) {
        this.rule = rule;
    }

    public Allocator allocator(AllocationSettings settings) {
        return new Allocator(rule.apply(settings), settings);
    }
}
