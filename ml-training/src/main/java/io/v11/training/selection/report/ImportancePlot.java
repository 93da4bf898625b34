package io.v11.training.selection.report;

import java.util.Comparator;
import java.util.List;

import io.v11.training.page.Axis;
import io.v11.training.page.Figures;
import io.v11.training.page.Svg;
import io.v11.training.selection.Finding;
import io.v11.training.selection.SelectionResult;

/** Permutation importance with its interval, and beside it the shares of SHAP and gain, of the features that trees use most. */
final class ImportancePlot {
    private static final int MOST = 30;
    private static final int ROW = 20;
    private static final int LEFT = 250;
    private static final int MIDDLE = 640;
    private static final int WIDTH = 960;

    private ImportancePlot() {
    }

    static String draw(SelectionResult result) {
        List<Finding> shown = result.findings().stream()
                .sorted(Comparator.comparingDouble(Finding::permutation).thenComparingDouble(Finding::shapShare)
                        .reversed())
                .limit(MOST).toList();
        int bottom = 26 + shown.size() * ROW;
        Svg svg = new Svg(WIDTH, bottom + 36, "Permutation importance with intervals, and SHAP and gain shares");
        double low = shown.stream().mapToDouble(f -> low(f)).min().orElse(0.0);
        double high = shown.stream().mapToDouble(f -> high(f)).max().orElse(0.0);
        Axis rise = Axis.of(Math.min(0.0, 1000.0 * low), 1000.0 * high, LEFT, MIDDLE - 40);
        double share = shown.stream().mapToDouble(f -> Math.max(f.shapShare(), f.gainShare())).max().orElse(0.0);
        Axis shares = Axis.of(0.0, 100.0 * share, MIDDLE, WIDTH - 20);
        rise.drawVertical(svg, 22, bottom);
        shares.drawVertical(svg, 22, bottom);
        svg.text("tick", LEFT, 14, "rise of held-out log loss, thousandths of a nat");
        svg.text("tick", MIDDLE, 14, "share, %: SHAP (bar), gain (dot)");
        for (int i = 0; i < shown.size(); i++) {
            row(svg, shown.get(i), 26 + i * ROW, rise, shares);
        }
        return svg.toString();
    }

    private static void row(Svg svg, Finding f, double y, Axis rise, Axis shares) {
        double centre = y + ROW / 2.0;
        double zero = rise.at(0.0);
        double mean = rise.at(1000.0 * f.permutation());
        String hint = f.name() + ": " + Figures.signedMillinats(f.permutation()) + " mnat "
                + Figures.range(f.interval()) + ", its cluster " + Figures.signedMillinats(f.clusterRise());
        svg.text("name end", LEFT - 8, centre + 4, f.name());
        svg.rectangle(f.interval().low() > 0.0 ? "bar" : "dull", Math.min(zero, mean), y + 4, Math.abs(mean - zero),
                ROW - 8, hint);
        svg.line("whisker", rise.at(1000.0 * low(f)), centre, rise.at(1000.0 * high(f)), centre);
        svg.line("whisker", rise.at(1000.0 * low(f)), centre - 4, rise.at(1000.0 * low(f)), centre + 4);
        svg.line("whisker", rise.at(1000.0 * high(f)), centre - 4, rise.at(1000.0 * high(f)), centre + 4);
        svg.rectangle("second", MIDDLE, y + 5, shares.at(100.0 * f.shapShare()) - MIDDLE, ROW - 10,
                f.name() + ": SHAP " + Figures.percent(f.shapShare()));
        svg.circle("dot", shares.at(100.0 * f.gainShare()), centre, 3,
                f.name() + ": gain " + Figures.percent(f.gainShare()));
    }

    private static double low(Finding f) {
        return Double.isNaN(f.interval().low()) ? f.permutation() : Math.min(f.interval().low(), f.permutation());
    }

    private static double high(Finding f) {
        return Double.isNaN(f.interval().high()) ? f.permutation() : Math.max(f.interval().high(), f.permutation());
    }
}
