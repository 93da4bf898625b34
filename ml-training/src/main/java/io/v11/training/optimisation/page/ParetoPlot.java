package io.v11.training.optimisation.page;

import java.util.List;
import java.util.stream.IntStream;

import io.v11.training.optimisation.sampler.ParetoFronts;
import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Trial;
import io.v11.training.page.Axis;
import io.v11.training.page.Svg;

/** Two goals against each other: every trial, and those that no other beats in all goals. */
final class ParetoPlot {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int BOTTOM = HEIGHT - 42;

    private ParetoPlot() {
    }

    /** Trials of the first front, in the order of their numbers. */
    static List<Trial> front(List<Trial> search, List<Goal> goals) {
        List<Trial> judged = search.stream().filter(trial -> !trial.outcome().hasFailed()).toList();
        ParetoFronts fronts = new ParetoFronts(
                judged.stream().map(trial -> trial.losses(goals)).toArray(double[][]::new));
        return IntStream.range(0, judged.size()).filter(i -> fronts.front(i) == 0)
                .mapToObj(judged::get).toList();
    }

    static String draw(List<Trial> search, List<Goal> goals, Goal across, Goal up, Trial chosen) {
        Svg svg = new Svg(WIDTH, HEIGHT, up.measure() + " against " + across.measure());
        Shown xs = Shown.of(search, across);
        Shown ys = Shown.of(search, up);
        Axis x = Axis.of(xs.low(), xs.high(), LEFT, WIDTH - 20);
        Axis y = Axis.of(ys.low(), ys.high(), BOTTOM, 22);
        x.drawVertical(svg, 22, BOTTOM);
        y.drawHorizontal(svg, LEFT, WIDTH - 20);
        svg.text("tick", LEFT, 14, up.measure() + " " + better(up));
        svg.text("tick mid", 0.5 * (LEFT + WIDTH), BOTTOM + 32, across.measure() + " " + better(across));
        List<Trial> front = front(search, goals);
        for (Trial trial : search) {
            if (!trial.outcome().hasFailed() && !front.contains(trial)) {
                dot(svg, "second", 2.5, trial, across, up, x, y);
            }
        }
        front.forEach(trial -> dot(svg, "dot", 4.0, trial, across, up, x, y));
        search.stream().filter(trial -> trial.point().equals(chosen.point())).limit(1)
                .forEach(trial -> dot(svg, "outline thick", 8.0, trial, across, up, x, y));
        return svg.toString();
    }

    private static String better(Goal goal) {
        return goal.direction() == Goal.Direction.MINIMISE ? "(less is better)" : "(more is better)";
    }

    private static void dot(Svg svg, String style, double radius, Trial trial, Goal across, Goal up, Axis x, Axis y) {
        double first = trial.outcome().measure(across.measure());
        double second = trial.outcome().measure(up.measure());
        svg.circle(style, x.at(first), y.at(second), radius, "trial " + trial.number() + ": " + across.measure() + " "
                + UnitAxis.shortly(first) + ", " + up.measure() + " " + UnitAxis.shortly(second) + ", "
                + trial.point());
    }
}
