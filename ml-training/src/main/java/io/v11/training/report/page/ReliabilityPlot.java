package io.v11.training.report.page;

import java.util.List;

import io.v11.training.page.Axis;
import io.v11.training.page.Figures;
import io.v11.training.page.Svg;
import io.v11.training.report.GroupResult.ReliabilityBin;

/** What was said against what happened; on the diagonal the model means what it says. Circles grow with their rows. */
final class ReliabilityPlot {
    private static final int SIZE = 200;
    private static final int LEFT = 44;
    private static final int BOTTOM = 170;

    private ReliabilityPlot() {
    }

    static String draw(String title, List<ReliabilityBin> bins) {
        Svg svg = new Svg(SIZE + LEFT, SIZE, title);
        Axis x = Axis.of(0.0, 1.0, LEFT, SIZE + LEFT - 14);
        Axis y = Axis.of(0.0, 1.0, BOTTOM, 10);
        x.drawVertical(svg, 10, BOTTOM);
        y.drawHorizontal(svg, LEFT, SIZE + LEFT - 14);
        svg.line("guide", x.at(0.0), y.at(0.0), x.at(1.0), y.at(1.0));
        int rows = bins.stream().mapToInt(ReliabilityBin::rows).sum();
        StringBuilder path = new StringBuilder();
        for (ReliabilityBin bin : bins) {
            path.append(path.isEmpty() ? "M" : "L").append(Math.round(x.at(bin.said()))).append(' ')
                    .append(Math.round(y.at(bin.happened())));
        }
        svg.path("curve", path);
        for (ReliabilityBin bin : bins) {
            svg.circle("bar", x.at(bin.said()), y.at(bin.happened()), 2.0 + 6.0 * Math.sqrt(bin.rows() / (double) rows),
                    "said " + Figures.fixed(bin.said(), 3) + ", happened " + Figures.fixed(bin.happened(), 3) + ", "
                            + bin.rows() + " rows");
        }
        svg.text("tick mid", (LEFT + SIZE + LEFT - 14) / 2.0, SIZE - 2, "probability of up");
        return svg.toString();
    }
}
