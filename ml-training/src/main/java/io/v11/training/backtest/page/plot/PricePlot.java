package io.v11.training.backtest.page.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.UtcText;
import io.v11.training.backtest.account.Fill;
import io.v11.training.backtest.reading.PriceSeries;
import io.v11.training.page.Axis;
import io.v11.training.page.Figures;
import io.v11.training.page.Svg;

/**
 * Bars of an instrument with the fills on them: purchases below their price, pointing up, sales above it, pointing down.
 */
public final class PricePlot {
    /** Marks drawn at most; of more fills evenly spread ones are drawn. */
    public static final int MARKS = 300;
    private static final int LEFT = 76;
    private static final int RIGHT_MARGIN = 16;
    private static final int TOP = 28;
    private static final int BOTTOM_MARGIN = 24;
    private static final double SIZE = 4;
    private static final double OFFSET = 5.0;

    private PricePlot() {
    }

    /** @param fills of this instrument */
    public static String draw(int width, int height, PriceSeries bars, List<Fill> fills) {
        Svg svg = new Svg(width, height, "Price of " + bars.name() + " with fills");
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = 0; i < bars.bars(); i++) {
            low = Math.min(low, bars.low()[i]);
            high = Math.max(high, bars.high()[i]);
        }
        double room = Math.max((high - low) * 0.06, high * 1e-6);
        int bottom = height - BOTTOM_MARGIN;
        TimeAxis time = new TimeAxis(bars.opensNs()[0], bars.opensNs()[bars.bars() - 1] + bars.stepNs(), LEFT,
                width - RIGHT_MARGIN);
        Axis price = Axis.of(low - room, high + room, bottom, TOP);
        time.draw(svg, TOP, bottom);
        price.drawHorizontal(svg, LEFT, width - RIGHT_MARGIN);
        svg.path("wick", wicks(bars, time, price));
        svg.path("body", bodies(bars, time, price));
        marks(svg, shown(fills), time, price);
        svg.path("buy", triangle(LEFT + 6, 10, true));
        svg.text("tick", LEFT + 16, 14, "bought");
        svg.path("sell", triangle(LEFT + 76, 10, false));
        svg.text("tick", LEFT + 86, 14, "sold");
        return svg.toString();
    }

    /** Those that are drawn. */
    static List<Fill> shown(List<Fill> fills) {
        if (fills.size() <= MARKS) {
            return fills;
        }
        List<Fill> shown = new ArrayList<>(MARKS);
        for (int i = 0; i < MARKS; i++) {
            shown.add(fills.get((int) ((long) i * fills.size() / MARKS)));
        }
        return shown;
    }

    private static CharSequence wicks(PriceSeries bars, TimeAxis time, Axis price) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < bars.bars(); i++) {
            String x = Figures.point(time.at(bars.opensNs()[i] + bars.stepNs() / 2));
            path.append('M').append(x).append(' ').append(Figures.point(price.at(bars.high()[i]))).append('L').append(x)
                    .append(' ').append(Figures.point(price.at(bars.low()[i])));
        }
        return path;
    }

    /** From open to close; one that would be a point is drawn half a pixel high. */
    private static CharSequence bodies(PriceSeries bars, TimeAxis time, Axis price) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < bars.bars(); i++) {
            String x = Figures.point(time.at(bars.opensNs()[i] + bars.stepNs() / 2));
            double open = price.at(bars.open()[i]);
            double close = price.at(bars.close()[i]);
            close = Math.abs(close - open) < 0.5 ? open + 0.5 : close;
            path.append('M').append(x).append(' ').append(Figures.point(open)).append('L').append(x).append(' ')
                    .append(Figures.point(close));
        }
        return path;
    }

    private static void marks(Svg svg, List<Fill> fills, TimeAxis time, Axis price) {
        for (Fill fill : fills) {
            if (!time.holds(fill.timeNs())) {
                continue;
            }
            double y = price.at(FixedPoint.toDouble(fill.priceE8())) + (fill.buy() ? OFFSET : -OFFSET);
            svg.path(fill.buy() ? "buy" : "sell", triangle(time.at(fill.timeNs()), y, fill.buy()),
                    String.format(Locale.ROOT, "%s %s at %s, %s", fill.buy() ? "bought" : "sold",
                            FixedPoint.format(fill.quantityE8()), FixedPoint.format(fill.priceE8()),
                            UtcText.of(fill.timeNs())));
        }
    }

    private static String triangle(double x, double y, boolean up) {
        double tip = up ? y - SIZE : y + SIZE;
        double foot = up ? y + SIZE : y - SIZE;
        return "M" + Figures.point(x) + ' ' + Figures.point(tip) + "L" + Figures.point(x - SIZE) + ' '
                + Figures.point(foot) + "L" + Figures.point(x + SIZE) + ' ' + Figures.point(foot) + "Z";
    }
}
