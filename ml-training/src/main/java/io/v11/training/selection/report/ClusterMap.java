package io.v11.training.selection.report;

import java.util.Comparator;
import java.util.List;

import io.v11.training.page.Svg;
import io.v11.training.selection.SelectionResult;

/**
 * |Spearman| of every pair of features, ordered by cluster, the largest first: redundant features stand as dark squares on the diagonal. Four
 * shades, each one path of runs, so that hundreds of features make a drawing of some hundred kilobytes and not of
 * megabytes.
 */
final class ClusterMap {
    private static final double[] SHADES = {0.3, 0.5, 0.7, 0.9};
    private static final int SIZE = 760;
    private static final int LEFT = 10;

    private ClusterMap() {
    }

    static String draw(SelectionResult result) {
        int[] order = order(result);
        double cell = Math.max(1.0, Math.floor(SIZE / (double) order.length));
        int width = (int) (cell * order.length);
        Svg svg = new Svg(LEFT + width + 180, LEFT + width + 10,
                "Rank correlations of all pairs of features by cluster");
        svg.rectangle("paper", LEFT, LEFT, width, width, "");
        for (int shade = 0; shade < SHADES.length; shade++) {
            svg.path("shade" + shade, runs(result, order, shade, (int) cell));
        }
        outline(svg, result, cell);
        for (int shade = 0; shade < SHADES.length; shade++) {
            double y = LEFT + 4 + 22 * shade;
            svg.rectangle("shade" + shade, LEFT + width + 16, y, 14, 14, "");
            svg.text("tick", LEFT + width + 36, y + 11, "|Spearman| from " + SHADES[shade]);
        }
        return svg.toString();
    }

    private static int[] order(SelectionResult result) {
        return inOrder(result).stream().flatMapToInt(java.util.Arrays::stream).toArray();
    }

    /** Clusters, the largest first, of equals by number. */
    private static List<int[]> inOrder(SelectionResult result) {
        return result.clusters().members().stream()
                .filter(members -> result.findings().get(members[0]).validShare() > 0.0)
                .sorted(Comparator.comparingInt((int[] members) -> -members.length)).toList();
    }

    private static StringBuilder runs(SelectionResult result, int[] order, int shade, int cell) {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < order.length; row++) {
            int column = 0;
            while (column < order.length) {
                int end = column;
                while (end < order.length && shade(result.correlation().of(order[row], order[end])) == shade) {
                    end++;
                }
                if (end > column) {
                    int length = (end - column) * cell;
                    path.append('M').append(LEFT + column * cell).append(' ').append(LEFT + row * cell).append('h')
                            .append(length).append('v').append(cell).append("h-").append(length).append('z');
                }
                column = Math.max(end, column + 1);
            }
        }
        return path;
    }

    private static int shade(double correlation) {
        int shade = -1;
        while (shade + 1 < SHADES.length && Math.abs(correlation) >= SHADES[shade + 1]) {
            shade++;
        }
        return shade;
    }

    private static void outline(Svg svg, SelectionResult result, double cell) {
        double at = LEFT;
        for (int[] members : inOrder(result)) {
            double side = members.length * cell;
            if (members.length > 1) {
                svg.rectangle("outline", at, at, side, side, members.length + " features, "
                        + result.findings().get(members[0]).name() + " among them");
            }
            at += side;
        }
    }
}
