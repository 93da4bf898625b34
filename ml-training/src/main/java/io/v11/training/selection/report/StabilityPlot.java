package io.v11.training.selection.report;

import java.util.List;

import io.v11.training.page.Figures;
import io.v11.training.page.Svg;
import io.v11.training.selection.Finding;
import io.v11.training.selection.SelectionResult;

/** Which fold chose which feature, and how much the folds agree. */
final class StabilityPlot {
    private static final int MOST = 40;
    private static final int ROW = 18;
    private static final int LEFT = 250;
    private static final int COLUMN = 44;

    private StabilityPlot() {
    }

    /** A row for each cluster of which some fold chose a member, a column for each fold. */
    static String grid(SelectionResult result) {
        List<Finding> shown = result.ranked().stream().filter(f -> f.represents() && f.clusterFrequency() > 0.0)
                .limit(MOST).toList();
        int folds = result.chosen().size();
        Svg svg = new Svg(LEFT + folds * COLUMN + 90, 30 + shown.size() * ROW, "Features chosen on each fold");
        for (int fold = 0; fold < folds; fold++) {
            svg.text("tick mid", LEFT + (fold + 0.5) * COLUMN, 16, "fold " + (fold + 1));
        }
        svg.text("tick", LEFT + folds * COLUMN + 12, 16, "share");
        for (int i = 0; i < shown.size(); i++) {
            Finding f = shown.get(i);
            double y = 24 + i * ROW;
            svg.text("name end", LEFT - 8, y + 13, f.name());
            for (int fold = 0; fold < folds; fold++) {
                cell(svg, result, f, fold, y);
            }
            svg.text("value", LEFT + folds * COLUMN + 12, y + 13, Figures.percent(f.clusterFrequency()));
        }
        return svg.toString();
    }

    private static void cell(Svg svg, SelectionResult result, Finding f, int fold, double y) {
        int[] chosen = result.chosen().get(fold);
        int place = place(result, chosen, f.cluster());
        String hint = place == 0
                ? f.name() + ": nothing of its cluster chosen"
                : result.findings().get(chosen[place - 1]).name() + ": chosen as number " + place;
        svg.rectangle(place == 0 ? "empty" : result.stable(f) ? "bar" : "second", LEFT + fold * COLUMN + 2, y + 1,
                COLUMN - 4, ROW - 3, hint);
        if (place > 0) {
            svg.text("on mid", LEFT + (fold + 0.5) * COLUMN, y + 13, String.valueOf(place));
        }
    }

    /** Jaccard index of every pair of folds: of features below the diagonal, of their clusters above it. */
    static String matrix(SelectionResult result) {
        int folds = result.chosen().size();
        int cell = 56;
        Svg svg = new Svg(70 + folds * cell, 40 + folds * cell, "Jaccard index of each pair of folds");
        for (int i = 0; i < folds; i++) {
            svg.text("tick mid", 64 + (i + 0.5) * cell, 20, "fold " + (i + 1));
            svg.text("tick end", 58, 30 + (i + 0.5) * cell + 4, "fold " + (i + 1));
            for (int j = 0; j < folds; j++) {
                if (i != j) {
                    double index = (i > j ? result.stability() : result.clusterStability()).jaccard()[i][j];
                    int shade = (int) Math.min(3, Math.floor(index * 4.0));
                    double x = 64 + j * cell;
                    double y = 30 + i * cell;
                    svg.rectangle("shade" + shade, x + 1, y + 1, cell - 2, cell - 2,
                            (i > j ? "features" : "clusters") + " of folds " + (i + 1) + " and " + (j + 1));
                    svg.text(shade > 1 ? "on mid" : "name mid", x + cell / 2.0, y + cell / 2.0 + 4,
                            Figures.fixed(index, 2));
                }
            }
        }
        return svg.toString();
    }

    private static int place(SelectionResult result, int[] chosen, int cluster) {
        for (int i = 0; i < chosen.length; i++) {
            if (result.findings().get(chosen[i]).cluster() == cluster) {
                return i + 1;
            }
        }
        return 0;
    }
}
