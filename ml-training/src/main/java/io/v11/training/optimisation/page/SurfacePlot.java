package io.v11.training.optimisation.page;

import java.util.List;

import io.v11.training.optimisation.importance.Importance;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Trial;
import io.v11.training.page.Svg;

/**
 * What the forest expects of two parameters, whatever the others are, as a map: the darker, the better. Dots are
 * trials, the ring is the chosen one. Ten shades between the best and the worst expected value, which stand beside
 * it.
 */
final class SurfacePlot {
    /** Classes {@code heat0} to {@code heat9} of the map. */
    static final String STYLE = style();
    private static final int SHADES = 10;
    private static final int CELLS = 30;
    private static final int SIDE = 10;
    private static final int LEFT = 70;
    private static final int TOP = 22;

    private SurfacePlot() {
    }

    private static String style() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SHADES; i++) {
            text.append(".heat").append(i).append("{fill:var(--bar);fill-opacity:")
                    .append(i == SHADES - 1 ? "1" : "." + (i + 1))
                    .append("}");
        }
        return text + "\n";
    }

    static String draw(Importance importance, SearchSpace space, Goal goal, int across, int up, List<Trial> search,
            Trial chosen) {
        double[][] expected = new double[CELLS][CELLS];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < CELLS; j++) {
                expected[i][j] = importance.surface(across, (i + 0.5) / CELLS, up, (j + 0.5) / CELLS);
                least = Math.min(least, expected[i][j]);
                most = Math.max(most, expected[i][j]);
            }
        }
        int size = CELLS * SIDE;
        Svg svg = new Svg(LEFT + size + 130, TOP + size + 42, "Expected " + goal.measure() + " by "
                + space.parameter(across).path() + " and " + space.parameter(up).path());
        for (int shade = 0; shade < SHADES; shade++) {
            svg.path("heat" + shade, cells(expected, least, most, shade));
        }
        UnitAxis x = new UnitAxis(space.parameter(across), LEFT, LEFT + size);
        UnitAxis y = new UnitAxis(space.parameter(up), TOP + size, TOP);
        x.drawUnder(svg, TOP + size, TOP + size);
        y.drawLeft(svg, LEFT);
        svg.text("", 4, 14, space.parameter(up).path());
        for (Trial trial : search) {
            double[] units = trial.point().units();
            svg.circle("ink", x.at(units[across]), y.at(units[up]), 1.5, "trial " + trial.number());
        }
        double[] units = chosen.point().units();
        svg.circle("outline thick", x.at(units[across]), y.at(units[up]), 7, "chosen: " + chosen.point());
        for (int i = 0; i < SHADES; i++) {
            svg.rectangle("heat" + (SHADES - 1 - i), LEFT + size + 20, TOP + 16 * i, 16, 16, "");
        }
        svg.text("tick", LEFT + size + 42, TOP + 12, UnitAxis.shortly(value(goal, least)) + " best");
        svg.text("tick", LEFT + size + 42, TOP + 16 * SHADES - 4, UnitAxis.shortly(value(goal, most)) + " worst");
        return svg.toString();
    }

    /** All cells of one shade as one path, those above one another joined: a map is some kilobytes long. */
    private static StringBuilder cells(double[][] expected, double least, double most, int shade) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < CELLS; i++) {
            int j = 0;
            while (j < CELLS) {
                int end = j;
                while (end < CELLS && shade(expected[i][end], least, most) == shade) {
                    end++;
                }
                if (end > j) {
                    path.append('M').append(LEFT + i * SIDE).append(' ').append(TOP + (CELLS - end) * SIDE).append('h')
                            .append(SIDE).append('v').append((end - j) * SIDE).append("h-").append(SIDE).append('z');
                }
                j = Math.max(end, j + 1);
            }
        }
        return path;
    }

    private static int shade(double expected, double least, double most) {
        return most > least ? (int) Math.min(SHADES - 1.0, SHADES * (most - expected) / (most - least)) : 0;
    }

    private static double value(Goal goal, double loss) {
        return goal.direction() == Goal.Direction.MINIMISE ? loss : 0.0 - loss;
    }
}
