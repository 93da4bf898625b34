package io.v11.training.selection.information;

/**
 * By what a greedy selection takes its next feature f, given those already taken, S. Both are one family (Brown, Pocock, Zhao
 * and Luján 2012, "Conditional likelihood maximisation", JMLR 13): relevance less redundancy, JMI with what redundant
 * features still tell of the label given back.
 */
public enum Criterion {
    /** I(f;Y) - mean over s of I(f;s) (Peng, Long and Ding 2005, the difference form). */
    MRMR {
        @Override
        double term(double relevance, double relevanceOfOther, double shared, double together) {
            return relevance - shared;
        }
    },
    /**
     * Mean over s of I(f,s;Y) (Yang and Moody 1999). The mean and not the sum, which orders the same and can be compared between
     * steps.
     */
    JMI {
        @Override
        double term(double relevance, double relevanceOfOther, double shared, double together) {
            return together - relevanceOfOther;
        }
    };

    /**
     * What one taken feature s says of f; a candidate's score is the mean of this over all taken.
     *
     * @param relevance        I(f;Y)
     * @param relevanceOfOther I(s;Y); taken off JMI it leaves what f adds to s, I(f;Y|s), and does not change the order
     * @param shared           I(f;s)
     * @param together         I(f,s;Y)
     */
    abstract double term(double relevance, double relevanceOfOther, double shared, double together);
}
