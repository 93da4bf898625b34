package io.v11.training.page;

/**
 * A drawing as text, to stand inside an HTML page. Colours are classes of the page's style sheet, so a drawing follows the
 * page into the dark. Positions are rounded to a tenth. Confined to one thread.
 */
public final class Svg {
    private final StringBuilder text = new StringBuilder();

    /** @param title what the drawing shows, for those who cannot see it */
    public Svg(int width, int height, String title) {
        text.append("<svg viewBox=\"0 0 ").append(width).append(' ').append(height).append("\" width=\"").append(width)
                .append("\" height=\"").append(height).append("\" role=\"img\" aria-label=\"")
                .append(Figures.escape(title)).append("\">\n");
    }

    /** @param hint shown when the pointer rests on it; empty: none */
    public Svg rectangle(String style, double x, double y, double width, double height, String hint) {
        text.append("<rect class=\"").append(style).append('"');
        attribute("x", x);
        attribute("y", y);
        attribute("width", Math.max(0.0, width));
        attribute("height", height);
        return close("rect", hint);
    }

    public Svg line(String style, double x1, double y1, double x2, double y2) {
        text.append("<line class=\"").append(style).append('"');
        attribute("x1", x1);
        attribute("y1", y1);
        attribute("x2", x2);
        attribute("y2", y2);
        return close("line", "");
    }

    public Svg circle(String style, double x, double y, double radius, String hint) {
        text.append("<circle class=\"").append(style).append('"');
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        return close("circle", hint);
    }

    /** @param data path commands in whole positions */
    public Svg path(String style, CharSequence data) {
        text.append("<path class=\"").append(style).append("\" d=\"").append(data).append("\"/>\n");
        return this;
    }

    /** @param hint shown when the pointer rests on it */
    public Svg path(String style, CharSequence data, String hint) {
        text.append("<path class=\"").append(style).append("\" d=\"").append(data).append('"');
        return close("path", hint);
    }

    /** @param style classes; {@code end} and {@code mid} say what lies at x, the beginning otherwise */
    public Svg text(String style, double x, double y, String words) {
        text.append("<text class=\"").append(style).append('"');
        attribute("x", x);
        attribute("y", y);
        text.append('>').append(Figures.escape(words)).append("</text>\n");
        return this;
    }

    @Override
    public String toString() {
        return text + "</svg>\n";
    }

    private void attribute(String name, double value) {
        text.append(' ').append(name).append("=\"").append(Figures.point(value)).append('"');
    }

    private Svg close(String element, String hint) {
        if (hint.isEmpty()) {
            text.append("/>\n");
        } else {
            text.append("><title>").append(Figures.escape(hint)).append("</title></").append(element).append(">\n");
        }
        return this;
    }
}
