package io.v11.training.selection.report;

import java.io.StringReader;
import java.util.Arrays;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import io.v11.training.data.Dataset;
import io.v11.training.progress.TrainingListener;
import io.v11.training.selection.PlantedMarket;
import io.v11.training.selection.SelectionResult;
import io.v11.training.selection.SelectionSettings;
import io.v11.training.selection.SelectionStudy;
import io.v11.training.selection.information.Criterion;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.SampleWeights.Weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HtmlReportTest {
    private static final Subject SUBJECT = new Subject("a < b & c", "TOP_CHANGE", "\"all\"", "x", "00", "11", "remark");
    private static SelectionResult result;

    @BeforeAll
    static void study() {
        Dataset data = PlantedMarket.of(31, 3000, 12, 1.5, 1);
        double[] costs = new double[12];
        Arrays.fill(costs, 10.0);
        costs[PlantedMarket.RELEVANT] = 500.0;
        result = new SelectionStudy(
                new SelectionSettings(Criterion.MRMR, 6, 8, 40, 3, 0.6, 0.7, 1, 100_000, 0, 0, 3),
                new SampleWeights(Weighting.UNIFORM, false), costs, TrainingListener.SILENT, System::nanoTime)
                .run(data, PlantedMarket.labelled(data));
    }

    @Test
    void shouldBeWellFormedAndDrawEveryPlot() throws Exception {
        Document page = parse(HtmlReport.of(result, SUBJECT));

        assertEquals(6, page.getElementsByTagName("svg").getLength());
        for (String plot : new String[]{"Mutual information", "Permutation importance", "Features chosen",
            "Jaccard index", "Rank correlations", "Information against cost"}) {
            assertTrue(drawing(page, plot).getChildNodes().getLength() > 3, plot);
        }
        assertEquals(12, marks(drawing(page, "Information against cost"), "circle"));
    }

    @Test
    void shouldPlaceEveryMarkInsideItsDrawing() throws Exception {
        NodeList rectangles = parse(HtmlReport.of(result, SUBJECT)).getElementsByTagName("rect");

        for (int i = 0; i < rectangles.getLength(); i++) {
            Element mark = (Element) rectangles.item(i);
            String[] box = ((Element) mark.getParentNode()).getAttribute("viewBox").split(" ");
            assertTrue(number(mark, "x") >= 0.0 && number(mark, "y") >= 0.0);
            assertTrue(number(mark, "x") + number(mark, "width") <= Double.parseDouble(box[2]) + 0.1);
            assertTrue(number(mark, "y") + number(mark, "height") <= Double.parseDouble(box[3]) + 0.1);
        }
    }

    @Test
    void shouldLoadNothingFromAnywhere() {
        String page = HtmlReport.of(result, SUBJECT);

        assertFalse(Pattern.compile("(?i)https?:|src=|href=|@import|url\\(|<script|<link").matcher(page).find());
        assertFalse(page.contains("NaN"));
    }

    @Test
    void shouldRepresentAClusterByInformationForItsCost() {
        assertEquals(PlantedMarket.DOUBLE, result.findings().get(PlantedMarket.RELEVANT).representative());
    }

    @Test
    void shouldGiveAReasonOfEveryKindForEachOfTheTop() {
        for (var finding : result.top()) {
            String reasons = String.join("; ", Reasons.of(finding, result));
            for (String kind : new String[]{"mnat of the label", "folds", "JMI", "mRMR"}) {
                assertTrue(reasons.contains(kind), reasons);
            }
            assertTrue(reasons.contains("cluster") || reasons.contains("no other feature"), reasons);
            assertTrue(reasons.contains("held-out loss") || reasons.contains("no tree"), reasons);
        }
        assertEquals(2, result.top().size(), "one for each planted cluster");
    }

    @Test
    void shouldGiveTheSameFiguresAsJson() throws Exception {
        JsonNode json = new ObjectMapper().readTree(JsonReport.of(result, SUBJECT));

        assertEquals(SUBJECT.label(), json.get("label").asText());
        assertEquals(12, json.get("features").size());
        assertEquals(1, json.get("neverValid").asInt());
        assertEquals(10, json.get("clusters").asInt(), "12 features, one double, one without values");
        assertEquals(result.stable().size(), json.get("stable").size());
        assertEquals(3, json.get("folds").size());
        assertEquals(result.ranked().getFirst().information(),
                json.get("features").get(0).get("information").asDouble());
        assertEquals(result.stability().jaccard()[2][1], json.get("jaccard").get(2).get(1).asDouble());
    }

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }

    private static Element drawing(Document page, String title) {
        NodeList drawings = page.getElementsByTagName("svg");
        for (int i = 0; i < drawings.getLength(); i++) {
            Element drawing = (Element) drawings.item(i);
            if (drawing.getAttribute("aria-label").startsWith(title)) {
                return drawing;
            }
        }
        throw new AssertionError("no drawing " + title);
    }

    private static int marks(Element drawing, String name) {
        return drawing.getElementsByTagName(name).getLength();
    }

    private static double number(Element mark, String attribute) {
        return Double.parseDouble(mark.getAttribute(attribute));
    }
}
