package io.v11.training.optimisation.page;

import io.v11.training.optimisation.importance.Importance;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.page.Axis;
import io.v11.training.page.Figures;
import io.v11.training.page.Svg;

/** Share of the variance that each parameter explains, the greatest first, and what is left to interactions. */
final class ImportanceBars {
    private static final int ROW = 22;
    private static final int LEFT = 230;
    private static final int WIDTH = 620;

    private ImportanceBars() {
    }

    static String draw(Importance importance, SearchSpace space) {
        int bottom = 10 + (space.size() + 1) * ROW;
        Svg svg = new Svg(WIDTH, bottom + 40, "Share of variance explained by each parameter");
        Axis x = Axis.of(0.0, 100.0, LEFT, WIDTH - 60);
        x.drawVertical(svg, 6, bottom);
        svg.text("tick mid", 0.5 * (LEFT + WIDTH - 60), bottom + 30, "share of the variance, %");
        double[] shares = importance.shares();
        int row = 0;
        for (int parameter : importance.order()) {
            bar(svg, x, row++, "bar", space.parameter(parameter).path(), shares[parameter]);
        }
        bar(svg, x, row, "dull", "interactions", importance.interactions());
        return svg.toString();
    }

    private static void bar(Svg svg, Axis x, int row, String style, String name, double share) {
        double y = 10 + row * ROW;
        svg.text("end", LEFT - 8, y + 15, name);
        svg.rectangle(style, LEFT, y + 3, x.at(100.0 * share) - LEFT, ROW - 6, name + ": " + Figures.percent(share));
        svg.text("value", x.at(100.0 * share) + 6, y + 15, Figures.percent(share));
    }
}
