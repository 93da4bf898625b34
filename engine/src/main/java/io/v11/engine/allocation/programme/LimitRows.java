package io.v11.engine.allocation.programme;

import java.util.Arrays;

import org.ojalgo.optimisation.GenericSolver;

/**
 * The limits as rows of a programme whose first variables are the weights, or their distances from an origin:
 *
 * <pre>
 *   variables   x_i = w_i - origin_i | s_i >= |w_i| if the gross limit needs it | t_i >= |w_i - previous_i| if turnover costs | others
 *   rows        x_i &lt;= upper_i - origin_i, -x_i &lt;= origin_i - lower_i,
 *               w_i - s_i &lt;= 0, -w_i - s_i &lt;= 0, sum s &lt;= gross,
 *               w_i - t_i &lt;= previous_i, -w_i - t_i &lt;= -previous_i, netLower &lt;= sum w &lt;= netUpper
 * </pre>
 *
 * Where no instrument may be held to either side, sizes are the weights with fixed signs and need no variable.
 */
final class LimitRows {
    private final WeightLimits limits;
    private final double[] previous;
    private final double[] origin;
    private final int instruments;
    private final int sizesAt;
    private final int turnoverAt;
    private final int end;
    private final int variables;

    LimitRows(WeightLimits limits, double[] previous, double[] origin, boolean turnoverCosts, int others) {
        this.limits = limits;
        this.previous = previous;
        this.origin = origin;
        instruments = limits.instruments();
        sizesAt = limits.mixedSigns() ? instruments : -1;
        int afterSizes = limits.mixedSigns() ? 2 * instruments : instruments;
        turnoverAt = turnoverCosts ? afterSizes : -1;
        end = turnoverCosts ? afterSizes + instruments : afterSizes;
        variables = end + others;
    }

    /** How many variables there are, the others included. */
    int variables() {
        return variables;
    }

    /** The first of the others. */
    int end() {
        return end;
    }

    /** The variable that holds the turnover of one instrument. */
    int turnover(int instrument) {
        return turnoverAt + instrument;
    }

    void addTo(GenericSolver.Builder<?, ?> builder) {
        for (int i = 0; i < instruments; i++) {
            addRow(builder, limits.upper(i), i, 1.0, -1);
            addRow(builder, -limits.lower(i), i, -1.0, -1);
            if (sizesAt >= 0) {
                addRow(builder, 0.0, i, 1.0, sizesAt + i);
                addRow(builder, 0.0, i, -1.0, sizesAt + i);
            }
            if (turnoverAt >= 0) {
                addRow(builder, previous[i], i, 1.0, turnoverAt + i);
                addRow(builder, -previous[i], i, -1.0, turnoverAt + i);
            }
        }
        addGross(builder);
        addNet(builder);
    }

    /** sign x weight - bound variable is at most a value. */
    private void addRow(GenericSolver.Builder<?, ?> builder, double most, int instrument, double sign, int bound) {
        double[] row = new double[variables];
        row[instrument] = sign;
        if (bound >= 0) {
            row[bound] = -1.0;
        }
        builder.inequality(most - sign * origin[instrument], row);
    }

    private void addGross(GenericSolver.Builder<?, ?> builder) {
        double[] row = new double[variables];
        double most = limits.gross();
        for (int i = 0; i < instruments; i++) {
            if (sizesAt >= 0) {
                row[sizesAt + i] = 1.0;
            } else {
                row[i] = limits.upper(i) > 0.0 ? 1.0 : -1.0;
                most -= row[i] * origin[i];
            }
        }
        builder.inequality(most, row);
    }

    private void addNet(GenericSolver.Builder<?, ?> builder) {
        double[] row = new double[variables];
        Arrays.fill(row, 0, instruments, 1.0);
        double shift = Arrays.stream(origin).sum();
        if (limits.netLower() == limits.netUpper()) {
            builder.equality(limits.netUpper() - shift, row);
            return;
        }
        builder.inequality(limits.netUpper() - shift, row);
        double[] negative = new double[variables];
        Arrays.fill(negative, 0, instruments, -1.0);
        builder.inequality(shift - limits.netLower(), negative);
    }
}
