package io.v11.engine.risk.tail;

/** How the distribution of the next loss is made out of past returns. */
public enum TailMethod {
    /** Past returns as they were, each as likely as the other. */
    HISTORICAL,
    /** Normal with mean zero and the exponentially weighted covariance (RiskMetrics 1996); no Cornish-Fisher terms. */
    PARAMETRIC,
    /** Past returns divided by their volatility then and multiplied by that of now (Hull and White 1998; Barone-Adesi et al. 1999). */
    FILTERED_HISTORICAL
}
