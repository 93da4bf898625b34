package io.v11.training.report.page;

import java.util.List;

import io.v11.training.page.Axis;
import io.v11.training.page.Figures;
import io.v11.training.page.Svg;
import io.v11.training.report.ModelResult.Importance;

/** Rise of the log loss without each input, with its interval; grey where that holds zero. */
final class ImportanceBars {
    private static final int WIDTH = 660;
    private static final int LEFT = 320;
    private static final int ROW = 18;
    private static final int TOP = 6;
    private static final double MILLINATS = 1000.0;

    private ImportanceBars() {
    }

    static String draw(String title, List<Importance> inputs) {
        int bottom = TOP + inputs.size() * ROW;
        Svg svg = new Svg(WIDTH, bottom + 34, title);
        double low = inputs.stream().mapToDouble(ImportanceBars::low).min().orElse(0.0);
        double high = inputs.stream().mapToDouble(ImportanceBars::high).max().orElse(0.0);
        Axis x = Axis.of(MILLINATS * Math.min(0.0, low), MILLINATS * Math.max(0.0, high), LEFT, WIDTH - 20);
        x.drawVertical(svg, TOP, bottom);
        for (int i = 0; i < inputs.size(); i++) {
            Importance input = inputs.get(i);
            double centre = TOP + i * ROW + ROW / 2.0;
            double zero = x.at(0.0);
            double mean = x.at(MILLINATS * input.rise());
            svg.text("name end", LEFT - 8, centre + 4, input.input());
            svg.rectangle(input.low() > 0.0 ? "bar" : "dull", Math.min(zero, mean), centre - 5, Math.abs(mean - zero),
                    10,
                    input.input() + ": " + Figures.signedMillinats(input.rise()) + " mnat");
            svg.line("whisker", x.at(MILLINATS * low(input)), centre, x.at(MILLINATS * high(input)), centre);
        }
        svg.text("tick mid", (LEFT + WIDTH) / 2.0, bottom + 30, "rise of the log loss, thousandths of a nat");
        return svg.toString();
    }

    private static double low(Importance input) {
        return Double.isNaN(input.low()) ? input.rise() : Math.min(input.low(), input.rise());
    }

    private static double high(Importance input) {
        return Double.isNaN(input.high()) ? input.rise() : Math.max(input.high(), input.rise());
    }
}
