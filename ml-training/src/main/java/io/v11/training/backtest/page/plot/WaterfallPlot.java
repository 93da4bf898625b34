package io.v11.training.backtest.page.plot;

import java.util.List;
import java.util.Locale;

import io.v11.training.page.Axis;
import io.v11.training.page.Svg;

/** From gross to net, a step for each cost. */
public final class WaterfallPlot {
    private static final int LEFT = 76;
    private static final int RIGHT_MARGIN = 16;
    private static final int TOP = 20;
    private static final int BOTTOM_MARGIN = 26;
    private static final double GAP = 0.25;

    private WaterfallPlot() {
    }

    /** @param change quote units; of a total the level itself  @param total begins at zero */
    public record Step(String name, double change, boolean total) {
    }

    public static String draw(int width, int height, List<Step> steps) {
        Svg svg = new Svg(width, height, "Profit from gross to net");
        double low = 0.0;
        double high = 0.0;
        double level = 0.0;
        for (Step step : steps) {
            level = step.total() ? step.change() : level + step.change();
            low = Math.min(low, level);
            high = Math.max(high, level);
        }
        double room = Math.max(1e-9, high - low) * 0.1;
        int bottom = height - BOTTOM_MARGIN;
        Axis y = Axis.of(low - room, high + room, bottom, TOP);
        y.drawHorizontal(svg, LEFT, width - RIGHT_MARGIN);
        double slot = (width - RIGHT_MARGIN - LEFT) / (double) steps.size();
        level = 0.0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            double from = step.total() ? 0.0 : level;
            level = step.total() ? step.change() : level + step.change();
            double x = LEFT + slot * (i + GAP / 2);
            double top = Math.min(y.at(from), y.at(level));
            svg.rectangle(step.total() ? "bar" : step.change() < 0.0 ? "dot" : "second", x, top, slot * (1 - GAP),
                    Math.max(1.0, Math.abs(y.at(from) - y.at(level))), "");
            boolean below = level < from;
            svg.text("value mid", x + slot * (1 - GAP) / 2,
                    below ? Math.max(y.at(from), y.at(level)) + 14 : top - 5,
                    String.format(Locale.ROOT, "%+,.2f", step.change()));
            svg.text("tick mid", x + slot * (1 - GAP) / 2, height - 6, step.name());
            if (i + 1 < steps.size()) {
                svg.line("zero", x + slot * (1 - GAP), y.at(level), x + slot, y.at(level));
            }
        }
        return svg.toString();
    }
}
