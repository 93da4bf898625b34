package io.v11.ml.registry;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ManifestFileTest {
    @TempDir
    private Path models;

    @Test
    void shouldReadBackEveryFieldThatItWrote() throws Exception {
        ModelManifest manifest = ModelFolder.writeNet(models, "1", ModelFolder.SCHEMA);

        ModelManifest read = ManifestFile.read(models.resolve("net/1").resolve(ManifestFile.NAME));

        assertEquals(manifest, read);
        assertEquals(ManifestFile.text(manifest), ManifestFile.text(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"clip: 5.0 | clip: 0 | inputs.clip must be above 0",
        "clip: 5.0 | clamp: 5.0 | unknown key 'clamp'", "horizonNs: 1000000000 | horizonNs: soon | horizonNs",
        "family: MLP | family: ORACLE | family", "name: \"net\" | name: \"../net\" | must be words",
        "fromNs: 2010 | fromNs: 1990 | without overlap",
        "name: \"model.onnx\" | name: \"/etc/passwd\" | plain file name",
        "baseRate: 0.52 | other: 0.52 | unknown key 'other'", "deviation: 1.0 | deviation: 0 | must be above 0",
        "meanMoveBps: 1.25 | meanMoveBps: .nan | meanMoveBps",
        "formula: \"feature.3\" | formula: \"other\" | not that of the features below it",
        "plane: RAW | plane: COOKED | plane", "normalisation: \"NONE\" | normalisation: \"Z\" | normalisation 'Z'"})
    void shouldRefuseAManifestThatCannotBeMeant(String from, String to, String reason) throws Exception {
        String text = ManifestFile.text(ModelFolder.writeNet(models, "1", ModelFolder.SCHEMA));
        assertTrue(text.contains(from), text.substring(0, 2000));

        ModelException refusal = assertThrows(ModelException.class,
                () -> ManifestFile.parse("net/1/manifest.yaml", text.replace(from, to)));
        assertTrue(refusal.getMessage().startsWith("net/1/manifest.yaml:"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void shouldKeepEveryBitOfAGoldenRow() {
        FeatureVector vector = new FeatureVector(4);
        vector.set(0, 0.1 + 0.2);
        vector.set(1, -0.0);
        vector.set(3, Double.MIN_VALUE);

        ModelInputs inputs = ModelInputs.all(ModelFolder.schema(4));
        FeatureVector read = GoldenRow.of(inputs, vector, 0.25).vector(inputs);

        assertEquals(vector.hash(), read.hash());
        assertEquals("0.30000000000000004 -0.0 NaN 4.9E-324", GoldenRow.of(inputs, vector, 0.25).inputs());
    }
}
