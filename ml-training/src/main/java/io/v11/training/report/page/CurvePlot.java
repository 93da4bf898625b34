package io.v11.training.report.page;

import java.util.List;
import java.util.function.ToDoubleFunction;

import io.v11.training.page.Axis;
import io.v11.training.page.Svg;
import io.v11.training.report.LearningCurve.Point;

/** Loss by step of training: train rows blue, validation rows orange, and the step that was kept. */
final class CurvePlot {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 200;
    private static final int LEFT = 54;
    private static final int BOTTOM = 170;

    private CurvePlot() {
    }

    static String draw(String title, List<Point> curve, int bestStep) {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        double low = curve.stream().mapToDouble(p -> Math.min(p.train(), p.validation())).min().orElse(0.0);
        double high = curve.stream().mapToDouble(p -> Math.max(p.train(), p.validation())).max().orElse(1.0);
        Axis x = Axis.of(curve.getFirst().step(), curve.getLast().step(), LEFT, WIDTH - 14);
        Axis y = Axis.of(low, high, BOTTOM, 10);
        x.drawVertical(svg, 10, BOTTOM);
        y.drawHorizontal(svg, LEFT, WIDTH - 14);
        if (bestStep > 0) {
            svg.line("guide", x.at(bestStep), 10, x.at(bestStep), BOTTOM);
            svg.text("tick" + (x.at(bestStep) > WIDTH - 80 ? " end" : ""), x.at(bestStep), 20, " kept " + bestStep);
        }
        svg.path("curve", path(curve, x, y, Point::train));
        svg.path("curve2", path(curve, x, y, Point::validation));
        svg.text("tick mid", (LEFT + WIDTH) / 2.0, HEIGHT - 2, "step");
        return svg.toString();
    }

    private static String path(List<Point> curve, Axis x, Axis y, ToDoubleFunction<Point> loss) {
        StringBuilder path = new StringBuilder();
        for (Point point : curve) {
            path.append(path.isEmpty() ? "M" : "L").append(Math.round(x.at(point.step()))).append(' ')
                    .append(Math.round(y.at(loss.applyAsDouble(point))));
        }
        return path.toString();
    }
}
