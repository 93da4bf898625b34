package io.v11.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Writes docs/events.md from the schema, so that what people read is what the engine writes. Cold path. */
public final class EventDocumentation {
    private final StringBuilder out = new StringBuilder();
    private final Element schema;

    private EventDocumentation(Element schema) {
        this.schema = schema;
    }

    /** The whole page. */
    public static String markdown() {
        try (InputStream stream = EventDocumentation.class.getResourceAsStream("/events.xml")) {
            Element schema = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream)
                    .getDocumentElement();
            return new EventDocumentation(schema).write();
        } catch (IOException | SAXException | ParserConfigurationException failure) {
            throw new JournalException("cannot read events.xml: " + failure.getMessage(), failure);
        }
    }

    private String write() {
        out.append("# Events\n\n");
        out.append("Generated from `journal/src/main/resources/events.xml` (schema ").append(schema.getAttribute("id"))
                .append(", version ").append(schema.getAttribute("version"))
                .append("); to make it anew: `").append(REGENERATE).append("`.\n\n");
        out.append("Every event is one SBE frame, little-endian: header, fixed block, repeating groups, texts. "
                + "The same bytes are ring slot, journal record and replay input. Template ids 1-39 enter the input log, "
                + "40 and above the derived log. Names end in their unit: `E8` is a 64-bit fixed-point number with eight "
                + "decimals, `Ns` nanoseconds, `Bps` basis points.\n\n");
        for (Element composite : children(schema(), "composite")) {
            if (composite.getAttribute("name").equals("eventHeader")) {
                header(composite);
            }
        }
        messages();
        enums();
        types();
        return out.toString();
    }

    static final String REGENERATE = "mvn -q -pl journal -am test -Dtest=EventDocumentationTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dv11.regenerate=true";

    private Element schema() {
        return children(schema, "types").getFirst();
    }

    private void header(Element composite) {
        out.append("## Header\n\n").append(composite.getAttribute("description")).append(".\n\n");
        out.append("| offset | field | type | meaning |\n|---|---|---|---|\n");
        int offset = 0;
        for (Element type : children(composite, "type")) {
            String primitive = type.getAttribute("primitiveType");
            row(String.valueOf(offset), code(type.getAttribute("name")), primitive, type.getAttribute("description"));
            offset += Integer.parseInt(primitive.replaceAll("\\D", "")) / Byte.SIZE;
        }
    }

    private void messages() {
        List<Element> messages = children(schema, "sbe:message");
        out.append("\n## Messages\n\n| id | message | log | meaning |\n|---|---|---|---|\n");
        for (Element message : messages) {
            String name = message.getAttribute("name");
            row(message.getAttribute("id"), "[" + code(name) + "](#" + name.toLowerCase(Locale.ROOT) + ")",
                    Integer.parseInt(message.getAttribute("id")) < FIRST_DERIVED ? "input" : "derived",
                    message.getAttribute("description"));
        }
        for (Element message : messages) {
            out.append("\n### ").append(message.getAttribute("name")).append("\n\nTemplate ")
                    .append(message.getAttribute("id")).append(". ").append(message.getAttribute("description"))
                    .append(".\n\n| field | id | type | meaning |\n|---|---|---|---|\n");
            fields(message, "");
        }
    }

    private static final int FIRST_DERIVED = 40;

    private void fields(Element parent, String prefix) {
        for (Element field : elements(parent)) {
            String name = prefix + field.getAttribute("name");
            if (field.getTagName().equals("group")) {
                row(code(name + "[]"), field.getAttribute("id"), "group", "Repeats");
                fields(field, name + "[].");
            } else {
                row(code(name), field.getAttribute("id"), typeName(field), meaning(field));
            }
        }
    }

    private String typeName(Element field) {
        return field.getTagName().equals("data") ? "text" : field.getAttribute("type");
    }

    private String meaning(Element field) {
        String words = words(field);
        String since = field.getAttribute("sinceVersion");
        return since.isEmpty() ? words : words + " (since version " + since + ")";
    }

    /** A field without words of its own means what its type means. */
    private String words(Element field) {
        String own = field.getAttribute("description");
        if (!own.isEmpty()) {
            return own;
        }
        for (Element type : elements(schema())) {
            if (type.getAttribute("name").equals(field.getAttribute("type"))) {
                return type.getAttribute("description");
            }
        }
        return "";
    }

    private void enums() {
        out.append("\n## Enumerations\n");
        for (Element type : children(schema(), "enum")) {
            out.append("\n### ").append(type.getAttribute("name")).append("\n\n");
            if (!type.getAttribute("description").isEmpty()) {
                out.append(type.getAttribute("description")).append(".\n\n");
            }
            out.append("| value | name | meaning |\n|---|---|---|\n");
            for (Element value : children(type, "validValue")) {
                row(value.getTextContent(), code(value.getAttribute("name")), meaning(value));
            }
        }
    }

    private void types() {
        out.append("\n## Types\n\n| type | is | meaning |\n|---|---|---|\n");
        for (Element type : children(schema(), "type")) {
            String length = type.getAttribute("length");
            row(code(type.getAttribute("name")),
                    type.getAttribute("primitiveType") + (length.isEmpty() ? "" : "[" + length + "]"),
                    type.getAttribute("description"));
        }
        row(code("text"), "uint16 length, then bytes", "UTF-8 text");
    }

    private void row(String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static List<Element> children(Element parent, String tag) {
        return elements(parent).stream().filter(element -> element.getTagName().equals(tag)).toList();
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
