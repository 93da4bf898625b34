package io.v11.training.optimisation.page;

import java.util.List;

import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Trial;
import io.v11.training.page.Axis;
import io.v11.training.page.Svg;

/**
 * A goal by one parameter, every trial a dot, the later the darker; finalists ringed: a lonely peak is chance, a
 * broad one may be truth.
 */
final class ScatterPlot {
    private static final int WIDTH = 330;
    private static final int HEIGHT = 240;
    private static final int LEFT = 60;
    private static final int BOTTOM = HEIGHT - 42;
    private static final int SHADES = 4;

    private ScatterPlot() {
    }

    static String draw(List<Trial> search, List<Trial> finalists, Goal goal, int parameter,
            SearchSpace space) {
        Svg svg = new Svg(WIDTH, HEIGHT, goal.measure() + " by " + space.parameter(parameter).path());
        UnitAxis x = new UnitAxis(space.parameter(parameter), LEFT, WIDTH - 20);
        Shown shown = Shown.of(search, goal);
        Axis y = Axis.of(shown.low(), shown.high(), BOTTOM, 22);
        x.drawUnder(svg, 22, BOTTOM);
        y.drawHorizontal(svg, LEFT, WIDTH - 20);
        svg.text("tick", LEFT, 14, goal.measure());
        for (int i = 0; i < search.size(); i++) {
            Trial trial = search.get(i);
            if (goal.loss(trial.outcome()) < Double.POSITIVE_INFINITY) {
                double value = trial.outcome().measure(goal.measure());
                double at = x.at(trial.point().units()[parameter]);
                svg.circle("shade" + i * SHADES / search.size(), at, y.at(value), 2.5,
                        "trial " + trial.number() + ": " + UnitAxis.shortly(value));
                if (finalists.stream().anyMatch(finalist -> finalist.point().equals(trial.point()))) {
                    svg.circle("outline", at, y.at(value), 5, "");
                }
            }
        }
        return svg.toString();
    }
}
