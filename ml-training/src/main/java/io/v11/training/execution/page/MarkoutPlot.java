package io.v11.training.execution.page;

import java.util.List;
import java.util.Locale;

import io.v11.training.execution.CostGroup;
import io.v11.training.execution.Markout;
import io.v11.training.execution.Spans;
import io.v11.training.page.Axis;
import io.v11.training.page.Figures;
import io.v11.training.page.Svg;

/** Markouts of some groups over the horizons, equally spaced, with whiskers of two standard errors. */
final class MarkoutPlot {
    private static final int WIDTH = 820;
    private static final int HEIGHT = 300;
    private static final int LEFT = 62;
    private static final int RIGHT = 16;
    private static final int TOP = 28;
    private static final int BOTTOM = 44;
    private static final int LETTER = 7;
    private static final double APART = 9.0;

    private MarkoutPlot() {
    }

    /** Empty when no markout is known. */
    static String draw(List<CostGroup> groups) {
        double low = 0.0;
        double high = 0.0;
        boolean any = false;
        for (CostGroup group : groups) {
            for (Markout markout : group.markouts()) {
                if (markout.fills() > 0) {
                    any = true;
                    low = Math.min(low, markout.meanBps() - reach(markout));
                    high = Math.max(high, markout.meanBps() + reach(markout));
                }
            }
        }
        if (!any) {
            return "";
        }
        double room = Math.max(1e-6, high - low) * 0.05;
        Svg svg = new Svg(WIDTH, HEIGHT, "Markouts after fills");
        Axis y = Axis.of(low - room, high + room, HEIGHT - BOTTOM, TOP);
        y.drawHorizontal(svg, LEFT, WIDTH - RIGHT);
        int horizons = groups.getFirst().markouts().size();
        for (int h = 0; h < horizons; h++) {
            svg.text("tick mid", x(h, horizons), HEIGHT - BOTTOM + 16,
                    Spans.of(groups.getFirst().markouts().get(h).horizonNs()));
        }
        svg.text("tick mid", (LEFT + WIDTH) / 2.0, HEIGHT - 6, "after the fill was told");
        svg.text("tick end", LEFT - 6, 14, "bp");
        double legend = LEFT;
        for (int i = 0; i < groups.size(); i++) {
            String style = "run" + i % 6;
            draw(svg, groups.get(i), style, (i - (groups.size() - 1) / 2.0) * APART, horizons, y);
            svg.line(style, legend, 10, legend + 18, 10);
            svg.text("tick", legend + 23, 14, groups.get(i).name());
            legend += 40 + LETTER * groups.get(i).name().length();
        }
        return svg.toString();
    }

    private static void draw(Svg svg, CostGroup group, String style, double shift, int horizons, Axis y) {
        StringBuilder path = new StringBuilder();
        for (int h = 0; h < horizons; h++) {
            Markout markout = group.markouts().get(h);
            if (markout.fills() == 0) {
                continue;
            }
            double x = x(h, horizons) + shift;
            svg.line(style, x, y.at(markout.meanBps() - reach(markout)), x, y.at(markout.meanBps() + reach(markout)));
            path.append(path.isEmpty() ? 'M' : 'L').append(Figures.point(x)).append(' ')
                    .append(Figures.point(y.at(markout.meanBps())));
        }
        if (!path.isEmpty()) {
            svg.path(style, path);
        }
        for (int h = 0; h < horizons; h++) {
            Markout markout = group.markouts().get(h);
            if (markout.fills() > 0) {
                svg.circle("dot", x(h, horizons) + shift, y.at(markout.meanBps()), 2.5,
                        String.format(Locale.ROOT, "%s, %s: %+.3f bp, %,d fills", group.name(),
                                Spans.of(markout.horizonNs()), markout.meanBps(), markout.fills()));
            }
        }
    }

    private static double reach(Markout markout) {
        return Double.isNaN(markout.errorBps()) ? 0.0 : 2.0 * markout.errorBps();
    }

    private static double x(int horizon, int horizons) {
        return LEFT + (horizon + 0.5) * (WIDTH - RIGHT - LEFT) / horizons;
    }
}
