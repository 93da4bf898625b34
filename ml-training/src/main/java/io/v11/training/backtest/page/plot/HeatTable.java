package io.v11.training.backtest.page.plot;

import java.util.List;
import java.util.Locale;

import io.v11.training.page.Figures;

/** A table whose cells are shaded by their value: gains in one colour, losses in the other, the stronger the larger. */
public final class HeatTable {
    private static final double FULL = 0.75;
    /** Below it, largest values are shown with one decimal more. */
    private static final double SMALL = 1.0;

    private HeatTable() {
    }

    /**
     * @param corner  over the names of the rows
     * @param values  by row and column, in the unit that is shown; NaN: an empty cell
     * @param hints   shown when the pointer rests on a cell, as {@code values}
     */
    public static String draw(String corner, List<String> columns, List<String> rows, double[][] values,
            String[][] hints) {
        double largest = 0.0;
        for (double[] row : values) {
            for (double value : row) {
                largest = Double.isNaN(value) ? largest : Math.max(largest, Math.abs(value));
            }
        }
        int decimals = largest < SMALL ? 2 : 1;
        StringBuilder table = new StringBuilder("<div class=\"wide\"><table class=\"heat\"><tr><th>")
                .append(Figures.escape(corner)).append("</th>");
        columns.forEach(name -> table.append("<th class=\"n\">").append(Figures.escape(name)).append("</th>"));
        table.append("</tr>\n");
        for (int i = 0; i < rows.size(); i++) {
            table.append("<tr><th>").append(Figures.escape(rows.get(i))).append("</th>");
            for (int j = 0; j < columns.size(); j++) {
                cell(table, values[i][j], hints[i][j], largest, decimals);
            }
            table.append("</tr>\n");
        }
        return table.append("</table></div>\n").toString();
    }

    private static void cell(StringBuilder table, double value, String hint, double largest, int decimals) {
        if (Double.isNaN(value)) {
            table.append("<td class=\"n\"></td>");
            return;
        }
        double depth = largest == 0.0 ? 0.0 : FULL * Math.abs(value) / largest;
        table.append("<td class=\"n ").append(value < 0.0 ? "loss" : "gain").append("\" style=\"--depth:")
                .append(Figures.fixed(100.0 * depth, 0)).append("%\"");
        if (hint != null) {
            table.append(" title=\"").append(Figures.escape(hint)).append('"');
        }
        table.append('>').append(String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0)).append("</td>");
    }
}
