package io.v11.training.selection.report;

import java.util.Comparator;
import java.util.List;

import io.v11.training.page.Axis;
import io.v11.training.page.Figures;
import io.v11.training.page.Svg;
import io.v11.training.selection.Finding;
import io.v11.training.selection.SelectionResult;

/** The features that tell most of the label, each beside the band of chance, in thousandths of a nat. */
final class RelevancePlot {
    private static final int MOST = 40;
    private static final int ROW = 18;
    private static final int LEFT = 250;
    private static final int WIDTH = 960;

    private RelevancePlot() {
    }

    static String draw(SelectionResult result) {
        List<Finding> shown = result.findings().stream()
                .sorted(Comparator.comparingDouble(Finding::information).reversed()).limit(MOST).toList();
        int bottom = 10 + shown.size() * ROW;
        Svg svg = new Svg(WIDTH, bottom + 36, "Mutual information with the label and the band of chance");
        double high = shown.stream().mapToDouble(f -> Math.max(f.information(), f.nullUpper())).max().orElse(0.0);
        Axis axis = Axis.of(0.0, 1000.0 * high, LEFT, WIDTH - 70);
        axis.drawVertical(svg, 6, bottom);
        for (int i = 0; i < shown.size(); i++) {
            Finding f = shown.get(i);
            double y = 10 + i * ROW;
            String hint = f.name() + ": " + Figures.millinats(f.information()) + " mnat, by chance up to "
                    + Figures.millinats(f.nullUpper());
            svg.text("name end", LEFT - 8, y + 12, f.name());
            double chance = axis.at(1000.0 * f.nullUpper());
            svg.rectangle("band", LEFT, y + 1, chance - LEFT, ROW - 3, hint);
            svg.rectangle(f.beyond() ? "bar" : "dull", LEFT, y + 4, axis.at(1000.0 * f.information()) - LEFT, ROW - 9,
                    hint);
            svg.line("limit", chance, y + 1, chance, y + ROW - 2);
            svg.text("value", axis.at(1000.0 * Math.max(f.information(), f.nullUpper())) + 5, y + 12,
                    Figures.millinats(f.information()));
        }
        svg.text("tick mid", (LEFT + WIDTH - 70) / 2.0, bottom + 31, "I(feature; label), thousandths of a nat");
        return svg.toString();
    }
}
