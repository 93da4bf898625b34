package io.v11.training.backtest.page;

import java.util.List;

import io.v11.training.page.Figures;

/** The page under growth. What is called text is escaped, what is called markup is taken as it is. Well-formed XML. */
public final class Html {
    private final StringBuilder page;

    public Html() {
        page = new StringBuilder(1 << 16);
    }

    public Html markup(CharSequence markup) {
        page.append(markup);
        return this;
    }

    public Html heading(String text) {
        return markup("<h2>" + Figures.escape(text) + "</h2>\n");
    }

    public Html subheading(String text) {
        return markup("<h3>" + Figures.escape(text) + "</h3>\n");
    }

    public Html note(String text) {
        return markup("<p class=\"note\">" + Figures.escape(text) + "</p>\n");
    }

    /** @param drawing empty: the caption alone says that there is nothing */
    public Html figure(String drawing, String caption) {
        return markup(drawing.isEmpty()
                ? "<p class=\"soft\">" + Figures.escape(caption) + "</p>\n"
                : "<figure>" + drawing + "<figcaption>" + Figures.escape(caption) + "</figcaption></figure>\n");
    }

    public Html table(String style, List<String> heads) {
        page.append("<div class=\"wide\"><table class=\"").append(style).append("\"><tr>");
        for (int i = 0; i < heads.size(); i++) {
            page.append(i == 0 ? "<th>" : "<th class=\"n\">").append(Figures.escape(heads.get(i))).append("</th>");
        }
        page.append("</tr>\n");
        return this;
    }

    /** The first cell names the row, the others are figures. */
    public Html row(List<String> cells) {
        page.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            page.append(i == 0 ? "<td>" : "<td class=\"n\">").append(Figures.escape(cells.get(i))).append("</td>");
        }
        page.append("</tr>\n");
        return this;
    }

    public Html endTable() {
        return markup("</table></div>\n");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
