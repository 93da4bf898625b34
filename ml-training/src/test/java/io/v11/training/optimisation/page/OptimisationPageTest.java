package io.v11.training.optimisation.page;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import io.v11.training.optimisation.Optimisation;
import io.v11.training.optimisation.OptimisationListener;
import io.v11.training.optimisation.OptimisationResult;
import io.v11.training.optimisation.Searches;
import io.v11.training.optimisation.sampler.SamplerSettings.Method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OptimisationPageTest {
    @TempDir
    private Path folder;

    @Test
    void shouldDrawASearchWithOneGoal() throws IOException, ParserConfigurationException, SAXException {
        String page = page(Method.TPE);

        // two steps: history, importance, three surfaces, three scatters
        assertEquals(2 * (1 + 1 + 3 + 3), parse(page).getElementsByTagName("svg").getLength());
        assertTrue(page.contains("<b>90</b><span>trials ever run on this data, by 1 search</span>"));
        assertTrue(page.contains("2024-01-01 00:00 to 2024-01-04 23:00"));
    }

    @Test
    void shouldDrawTheFrontOfTwoGoals() throws IOException, ParserConfigurationException, SAXException {
        String page = page(Method.NSGA_II);

        assertEquals(2 * (2 + 1 + 2 * 7), parse(page).getElementsByTagName("svg").getLength());
        assertTrue(page.contains("sharpe against") || page.contains("drawdown against sharpe"));
    }

    @Test
    void shouldLoadNothingFromElsewhere() throws IOException {
        String page = page(Method.RANDOM);

        for (String forbidden : new String[]{"<script", "http:", "https:", "<img", "url(", "NaN", "Infinity"}) {
            assertFalse(page.contains(forbidden), forbidden);
        }
    }

    @Test
    void shouldWriteThreeDigitsThatCount() {
        assertEquals("0.0123", UnitAxis.shortly(0.012345));
        assertEquals("-1.5", UnitAxis.shortly(-1.5));
        assertEquals("1235", UnitAxis.shortly(1234.6));
        assertEquals("1.0e-07", UnitAxis.shortly(1e-7));
        assertEquals("-", UnitAxis.shortly(Double.NaN));
    }

    private String page(Method method) throws IOException {
        Optimisation search = Searches.of(Searches.settings("search", method), folder);
        OptimisationResult result = search.run(Searches.strategy(), 2, OptimisationListener.SILENT);
        Path out = Path.of(System.getProperty("v11.pages", folder.toString()), method.name());
        OptimisationOutput.write(result, out);
        String json = Files.readString(out.resolve(OptimisationOutput.JSON));
        assertTrue(json.startsWith("{\"settings\": {\"name\": \"search\"") && json.contains("\"measures\": {"));
        return Files.readString(out.resolve(OptimisationOutput.HTML));
    }

    private static Document parse(String page) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>\n", ""))));
    }
}
