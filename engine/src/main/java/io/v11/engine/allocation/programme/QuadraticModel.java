package io.v11.engine.allocation.programme;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.convex.ConvexSolver;

/**
 * A quadratic problem as ojAlgo reads it: weights between their bounds, variables s_i >= |w_i| where the gross limit needs them and t_i >= |w_i -
 * previous_i| where turnover costs, and rows for the sums.
 */
final class QuadraticModel {
    private static final int ITERATIONS_MAX = 2_000;

    private final QuadraticProblem problem;
    private final WeightLimits limits;
    private final ExpressionsBasedModel model;
    private final Variable[] weights;
    private final Expression objective;

    QuadraticModel(QuadraticProblem problem, ConvexSolver.Algorithm algorithm, double curvature) {
        this.problem = problem;
        limits = problem.limits();
        Optimisation.Options options = OneThread.options(ITERATIONS_MAX);
        options.convex().algorithm(algorithm);
        model = new ExpressionsBasedModel(options);
        weights = new Variable[problem.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = model.addVariable("w" + i).lower(limits.lower(i)).upper(limits.upper(i));
        }
        objective = model.addExpression("objective").weight(1.0);
        for (int i = 0; i < weights.length; i++) {
            objective.set(weights[i], -problem.linear()[i]);
            for (int j = 0; j < weights.length; j++) {
                objective.set(weights[i], weights[j], 0.5 * problem.quadratic()[i][j]);
            }
        }
        addNet();
        if (limits.mixedSigns()) {
            addGross(curvature);
        } else {
            addGrossOfOneSide();
        }
        if (problem.turnoverCost() > 0.0) {
            addTurnover(curvature);
        }
    }

    private void addNet() {
        Expression net = model.addExpression("net").lower(limits.netLower()).upper(limits.netUpper());
        for (Variable weight : weights) {
            net.set(weight, 1.0);
        }
    }

    private void addGross(double curvature) {
        Expression gross = model.addExpression("gross").upper(limits.gross());
        for (int i = 0; i < weights.length; i++) {
            Variable size = model.addVariable("s" + i).lower(0.0);
            gross.set(size, 1.0);
            objective.set(size, size, curvature);
            bound("size" + i, i, size, 0.0);
        }
    }

    private void addGrossOfOneSide() {
        Expression gross = model.addExpression("gross").upper(limits.gross());
        for (int i = 0; i < weights.length; i++) {
            gross.set(weights[i], limits.upper(i) > 0.0 ? 1.0 : -1.0);
        }
    }

    private void addTurnover(double curvature) {
        for (int i = 0; i < weights.length; i++) {
            Variable turnover = model.addVariable("t" + i).lower(0.0);
            objective.set(turnover, problem.turnoverCost());
            objective.set(turnover, turnover, curvature);
            bound("turnover" + i, i, turnover, problem.previous()[i]);
        }
    }

    /** The variable is at least the distance of a weight from a value. */
    private void bound(String name, int instrument, Variable variable, double from) {
        model.addExpression(name + "up").set(weights[instrument], 1.0).set(variable, -1.0).upper(from);
        model.addExpression(name + "down").set(weights[instrument], -1.0).set(variable, -1.0).upper(-from);
    }

    /** What ojAlgo takes for the optimum, in the boxes; it may be wrong. Null when it says that there is none. */
    double[] answer() {
        Optimisation.Result result = model.minimise();
        if (!result.getState().isApproximate() && !result.getState().isFeasible()) {
            return null;
        }
        double[] answer = new double[weights.length];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = result.doubleValue(i);
        }
        limits.clip(answer);
        return answer;
    }
}
