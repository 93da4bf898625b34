package io.v11.engine.allocation;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Views blended into the returns that the reference portfolio implies (Black and Litterman 1992; formulas as in He and Litterman 1999):
 *
 * <pre>
 *   pi = riskAversion S w_ref                           what one must expect to hold the reference portfolio
 *   A  = P tau S P' + Omega,  Omega_v = (1 / confidence_v - 1) p_v' tau S p_v
 *   mu = pi + tau S P' A^-1 (q - P pi)
 *   S' = S + tau S - tau S P' A^-1 P tau S
 * </pre>
 *
 * then mean-variance with mu and S'. The rule for Omega makes a single view move p'mu by the share of its confidence from p'pi to q, which is what
 * Idzorek (2005) asks of a confidence. Two views of confidence 1 on the same thing have no solution, and there are no weights.
 */
final class BlackLitterman implements WeightRule {
    private final AllocationSettings settings;
    private final MeanVariance meanVariance;

    BlackLitterman(AllocationSettings settings) {
        this.settings = settings;
        meanVariance = new MeanVariance(settings, false);
    }

    @Override
    public AllocationOutcome weigh(ReturnWindow window, double[][] covariance, Views views, double[] previous,
            double[] weights) {
        Posterior posterior = posterior(covariance, views);
        return meanVariance.weigh(posterior.covariance(), posterior.expected(), previous, weights);
    }

    Posterior posterior(double[][] covariance, Views views) {
        RealMatrix s = new Array2DRowRealMatrix(covariance);
        RealMatrix tauS = s.scalarMultiply(settings.uncertainty());
        RealVector pi = s.operate(new ArrayRealVector(settings.referenceWeights())).mapMultiply(settings
                .riskAversion());
        if (views.count() == 0) {
            return new Posterior(pi.toArray(), s.add(tauS).getData());
        }
        RealMatrix p = new Array2DRowRealMatrix(views.count(), covariance.length);
        RealVector q = new ArrayRealVector(views.count());
        for (int v = 0; v < views.count(); v++) {
            q.setEntry(v, views.expectedReturn(v));
            for (int i = 0; i < covariance.length; i++) {
                p.setEntry(v, i, views.pick(v, i));
            }
        }
        RealMatrix tauSp = tauS.multiply(p.transpose());
        RealMatrix a = p.multiply(tauSp);
        for (int v = 0; v < views.count(); v++) {
            a.multiplyEntry(v, v, 1.0 / views.confidence(v));
        }
        RealMatrix gain = tauSp.multiply(new LUDecomposition(a, 1e-12 * a.getNorm1()).getSolver().getInverse());
        RealVector expected = pi.add(gain.operate(q.subtract(p.operate(pi))));
        RealMatrix uncertainty = tauS.subtract(gain.multiply(tauSp.transpose()));
        return new Posterior(expected.toArray(), s.add(uncertainty).getData());
    }

    /**
     * What is expected after the views.
     *
     * @param expected   mean return of each instrument until the next rebalance
     * @param covariance of returns, the uncertainty of the mean included
     */
    record Posterior(double[] expected, double[][] covariance) {
    }
}
