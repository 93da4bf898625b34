package io.v11.training.selection.report;

import java.util.List;

import io.v11.training.page.Axis;
import io.v11.training.page.Figures;
import io.v11.training.page.Svg;
import io.v11.training.selection.Finding;
import io.v11.training.selection.SelectionResult;

/** What a feature tells of the label against what it costs to compute, where costs are known. */
final class CostPlot {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 380;
    private static final int LEFT = 70;

    private CostPlot() {
    }

    /** False when no cost is known, so that there is nothing to draw. */
    static boolean possible(SelectionResult result) {
        return result.findings().stream().anyMatch(f -> f.costNs() > 0.0);
    }

    static String draw(SelectionResult result) {
        List<Finding> shown = result.findings().stream().filter(f -> f.costNs() > 0.0).toList();
        Svg svg = new Svg(WIDTH, HEIGHT + 44, "Information against cost");
        double cost = shown.stream().mapToDouble(Finding::costNs).max().orElse(1.0);
        double information = shown.stream().mapToDouble(Finding::information).max().orElse(0.0);
        Axis x = Axis.of(0.0, cost, LEFT, WIDTH - 20);
        Axis y = Axis.of(0.0, 1000.0 * information, HEIGHT, 10);
        x.drawVertical(svg, 10, HEIGHT);
        y.drawHorizontal(svg, LEFT, WIDTH - 20);
        svg.text("tick mid", WIDTH / 2.0, HEIGHT + 34, "cost of one update, ns");
        for (Finding f : shown) {
            svg.circle(!f.beyond() ? "dull" : f.chosen() ? "bar" : "second", x.at(f.costNs()),
                    y.at(1000.0 * f.information()), 4, f.name() + ": " + Figures.millinats(f.information())
                            + " mnat for " + Figures.fixed(f.costNs(), 1) + " ns");
        }
        return svg.toString();
    }
}
