package io.v11.training.report.page;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import io.v11.training.metrics.Interval;
import io.v11.training.metrics.Scores;
import io.v11.training.report.GroupResult;
import io.v11.training.report.GroupResult.ConfidenceBin;
import io.v11.training.report.GroupResult.Confusion;
import io.v11.training.report.GroupResult.Edge;
import io.v11.training.report.GroupResult.RegimeResult;
import io.v11.training.report.GroupResult.ReliabilityBin;
import io.v11.training.report.JudgedAccuracy;
import io.v11.training.report.LearningCurve;
import io.v11.training.report.ModelResult;
import io.v11.training.report.ModelsReport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ModelsPageTest {
    private static final Interval INTERVAL = new Interval(0.7, 0.8);
    private static final JudgedAccuracy JUDGED = JudgedAccuracy.of(
            new Scores(new double[]{0.9, 0.8, 0.3, 0.6}, new boolean[]{true, false, false, true},
                    new int[]{0, 1, 2, 3}),
            new boolean[]{true, true, true, true}, 5);

    @TempDir
    private Path folder;

    @Test
    void shouldBeWellFormedAndDrawEveryPlotOfEveryGroup() throws Exception {
        Document page = parse(ModelsPage.of(report()));

        assertEquals(2 * (2 * 3 + 2), page.getElementsByTagName("svg").getLength(),
                "confidence, reliability and regimes of both groups, importance and curve, of both models");
        NodeList marks = page.getElementsByTagName("rect");
        for (int i = 0; i < marks.getLength(); i++) {
            Element mark = (Element) marks.item(i);
            String[] box = ((Element) mark.getParentNode()).getAttribute("viewBox").split(" ");
            assertTrue(number(mark, "x") >= 0.0 && number(mark, "y") >= 0.0, mark.toString());
            assertTrue(number(mark, "x") + number(mark, "width") <= Double.parseDouble(box[2]) + 0.1);
            assertTrue(number(mark, "y") + number(mark, "height") <= Double.parseDouble(box[3]) + 0.1);
        }
    }

    @Test
    void shouldLoadNothingFromAnywhereAndShowNoNumberThatIsNone() {
        String page = ModelsPage.of(report());

        assertFalse(Pattern.compile("(?i)https?:|src=|href=\"[^#]|@import|url\\(|<script|<link").matcher(page).find());
        assertFalse(page.contains("NaN"));
        assertTrue(page.contains("a &lt; b"));
    }

    @Test
    void shouldShowMajorityRuleAndCoverageLeftOfEachAccuracy() throws Exception {
        NodeList tables = parse(ModelsPage.of(report())).getElementsByTagName("table");
        int checked = 0;
        for (int i = 0; i < tables.getLength(); i++) {
            List<String> heads = new ArrayList<>();
            NodeList cells = ((Element) tables.item(i)).getElementsByTagName("th");
            for (int cell = 0; cell < cells.getLength(); cell++) {
                heads.add(cells.item(cell).getTextContent());
            }
            int accuracy = heads.indexOf("accuracy [95 %]");
            if (accuracy >= 0) {
                assertTrue(heads.subList(0, accuracy).containsAll(List.of("coverage", "majority", "best rule")),
                        heads.toString());
                checked++;
            }
        }
        assertEquals(4, checked, "one over all, one an instrument, one a model");
    }

    @Test
    void shouldWriteTheSameFiguresAsJson() throws Exception {
        ReportOutput.write(report(), folder);

        JsonNode json = new ObjectMapper().readTree(Files.readString(folder.resolve(ReportOutput.JSON)));

        JsonNode group = json.get("models").get(1).get("groups").get(0);
        assertEquals(0.75, group.get("accuracy").get("accuracy").asDouble());
        assertEquals(0.8, group.get("accuracy").get("coverage").asDouble());
        assertEquals(0.5, group.get("accuracy").get("majority").asDouble());
        assertTrue(group.get("areaUnderCurve").isNull(), "a number that is none");
        assertEquals(ModelsPage.of(report()), Files.readString(folder.resolve(ReportOutput.HTML)));
    }

    private static ModelsReport report() {
        return new ModelsReport("00", "11", "TOP_CHANGE", List.of("X from a < b"), 5, "of the manifests", "X 10 bp",
                List.of(model("one/1"), model("two/1")), List.of("few rows"));
    }

    private static ModelResult model(String id) {
        return new ModelResult(id, "MLP", 2, "on its own", "depth 3", List.of("32 golden rows met"),
                List.of(group("all"), group("X.SPOT")),
                List.of(new LearningCurve.Point(1, 0.69, 0.7), new LearningCurve.Point(9, 0.5, 0.65)), 9,
                List.of(new ModelResult.Importance("signal", 0.02, 0.01, 0.03),
                        new ModelResult.Importance("noise", -0.001, Double.NaN, Double.NaN)));
    }

    private static GroupResult group(String name) {
        return new GroupResult(name, "up when signal > 0.1", JUDGED, INTERVAL, 4, 0.25,
                new Interval(Double.NaN, Double.NaN), 0.2,
                new Interval(Double.NaN, Double.NaN),
                Double.NaN, 0.5, 0.2, 0.1, new Confusion(2, 1, 0, 1), List.of(new ConfidenceBin(0.1, JUDGED)),
                List.of(new ReliabilityBin(0.3, 0.2, 1), new ReliabilityBin(0.8, 0.7, 3)),
                List.of(new RegimeResult("volatility", "low", JUDGED)),
                List.of(new Edge(0.1, 1, 0.5, 10.5, -10.0, 0.0)));
    }

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }

    private static double number(Element mark, String attribute) {
        return Double.parseDouble(mark.getAttribute(attribute));
    }
}
