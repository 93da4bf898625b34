package io.v11.training.optimisation.page;

import java.util.List;

import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Trial;
import io.v11.training.page.Axis;
import io.v11.training.page.Svg;

/** A goal by number of trial, and the best so far: a search that still climbs at its end was too short. */
final class HistoryPlot {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 260;
    private static final int LEFT = 70;
    private static final int BOTTOM = HEIGHT - 40;

    private HistoryPlot() {
    }

    static String draw(List<Trial> search, Goal goal) {
        Svg svg = new Svg(WIDTH, HEIGHT, goal.measure() + " by trial");
        Shown shown = Shown.of(search, goal);
        Axis x = Axis.of(0.0, search.size() - 1.0, LEFT, WIDTH - 15);
        Axis y = Axis.of(shown.low(), shown.high(), BOTTOM, 22);
        x.drawVertical(svg, 22, BOTTOM);
        y.drawHorizontal(svg, LEFT, WIDTH - 15);
        svg.text("tick", LEFT, 14, goal.measure());
        svg.text("tick mid", 0.5 * (LEFT + WIDTH), BOTTOM + 30, "trial of this step");
        StringBuilder best = new StringBuilder();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < search.size(); i++) {
            double loss = goal.loss(search.get(i).outcome());
            if (loss == Double.POSITIVE_INFINITY) {
                svg.line("zero", x.at(i), BOTTOM - 6, x.at(i), BOTTOM);
                continue;
            }
            double value = search.get(i).outcome().measure(goal.measure());
            svg.circle("second", x.at(i), y.at(value), 2.5, "trial " + search.get(i).number() + ": "
                    + UnitAxis.shortly(value) + ", " + search.get(i).point());
            if (loss < least) {
                least = loss;
                best.append(best.isEmpty() ? "M" : "H").append(Math.round(x.at(i)));
                best.append(best.indexOf("H") < 0 && best.indexOf("V") < 0 ? " " : "V").append(Math.round(y.at(value)));
            }
        }
        if (!best.isEmpty()) {
            svg.path("curve2", best.append('H').append(WIDTH - 15));
        }
        return svg.toString();
    }
}
