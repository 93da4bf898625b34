package io.v11.training.selection.report;

import java.util.List;

/** How the figures came to be and what they do not say; the same in every report. */
final class Method {
    static final List<String> LINES = List.of(
            "Only development rows are looked at, and only such as have their label decided within the range. Test ranges stay shut.",
            "Mutual information: quantile bins of each instrument, invalid values a bin of their own, corrected after Miller and"
                    + " Madow (1955). Band of chance: labels rotated against the features within each instrument by a random offset;"
                    + " a feature is beyond when its distance from its own rotations exceeds the largest distance of any feature in 95 % of them"
                    + " (max-T, Westfall and Young 1993), so chance lets one feature or more through in 5 % of all studies.",
            "JMI (Yang and Moody 1999) and mRMR (Peng, Long and Ding 2005) choose among the features beyond the band, of each cluster only the"
                    + " member that tells most (for its cost, where costs are known) on the rows at hand; see Brown et al."
                    + " (2012) for both. Information of pairs only: what three features tell together and no two of them do is missed.",
            "Folds choose on stretches of time that share no row, because sets chosen on the same rows agree whatever they are worth."
                    + " A stretch has fewer rows than the whole, so its band is wider and it chooses fewer features.",
            "Trees are fitted on all rows before a boundary and judged behind it, with purge and embargo. SHAP is TreeSHAP with the"
                    + " trees' own background (Lundberg et al. 2020): it shares the margin among the features the trees happened to use.",
            "Permutation importance rotates the values of a feature within the held-out rows. Rows that mix two times may be rows that"
                    + " never were (Hooker, Mentch and Zhou 2021); between doubles it understates both, so the figure of the whole cluster stands"
                    + " beside it.",
            "Redundancy is |Spearman|: it sees monotone likeness only. A pair that is valid at different times comes out less alike.",
            "Rows count once each, also those before one move that share its label; the rotations carry that likeness along.");

    private Method() {
    }
}
