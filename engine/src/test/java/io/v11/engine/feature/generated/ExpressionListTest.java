package io.v11.engine.feature.generated;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExpressionListTest {
    private static final List<Feature> BASE = List.of(new Feature("rate", "1/s", "", ""),
            new Feature("gap_bps", "bps", "", ""), new Feature("tilt", "ratio", "", ""),
            new Feature("side", "sign", "", ""));

    private static String failure(Runnable what) {
        return assertThrows(ConfigurationException.class, what::run).getMessage();
    }

    private static Expression pair(Operator operator, String first, String second) {
        return new Expression(operator, List.of(first, second), 0);
    }

    @Test
    void shouldReadWhatItWrote() {
        ExpressionList list = new ExpressionList(List.of(pair(Operator.SIGNED, "tilt", "rate"),
                new Expression(Operator.CHANGE, List.of("gap_bps"), 10)));

        assertEquals(list, ExpressionList.parse("t", list.yaml(List.of("from a test", "twice"))));
        ExpressionList none = new ExpressionList(List.of());
        assertEquals(none, ExpressionList.parse("t", none.yaml(List.of())));
    }

    @Test
    void shouldRefuseWhatCannotBeComputed() {
        assertTrue(failure(() -> pair(Operator.PRODUCT, "rate", "rate")).contains("itself"));
        assertTrue(failure(() -> new Expression(Operator.MEAN, List.of("rate", "tilt"), 10)).contains("takes 1"));
        assertTrue(failure(() -> new Expression(Operator.MEAN, List.of("rate"), 0)).contains("1 to 600"));
        assertTrue(failure(() -> new Expression(Operator.MEAN, List.of("rate"), 601)).contains("is 601"));
        assertTrue(failure(() -> new Expression(Operator.PRODUCT, List.of("rate", "tilt"), 5)).contains("must be 0"));
        Expression once = pair(Operator.PRODUCT, "rate", "tilt");
        assertTrue(failure(() -> new ExpressionList(List.of(once, once))).contains("gen_product_rate_tilt"));
    }

    @Test
    void shouldRefuseUnknownFeaturesByName() {
        ExpressionList list = new ExpressionList(List.of(pair(Operator.PRODUCT, "rate", "no_such_feature")));

        assertTrue(failure(() -> list.resolve(BASE)).contains("'no_such_feature'"));
    }

    @Test
    void shouldRefuseToCompareDifferentUnits() {
        for (Operator operator : List.of(Operator.DIFFERENCE, Operator.CONTRAST, Operator.AGREEMENT)) {
            String message = failure(
                    () -> new ExpressionList(List.of(pair(operator, "rate", "gap_bps"))).resolve(BASE));
            assertTrue(message.contains("1/s") && message.contains("bps"), message);
        }
    }

    @Test
    void shouldDeriveTheUnit() {
        assertEquals("1/s*bps", Operator.PRODUCT.unit("1/s", "bps"));
        assertEquals("1/s", Operator.PRODUCT.unit("1/s", "ratio"));
        assertEquals("bps", Operator.PRODUCT.unit("sign", "bps"));
        assertEquals("ratio", Operator.PRODUCT.unit("ratio", "sign"));
        assertEquals("ratio", Operator.MEAN.unit("sign", "sign"));
        assertEquals("sign", Operator.SIGNED.unit("sign", "bps"));
        assertEquals("z", Operator.ZSCORE.unit("bps", "bps"));
    }

    @Test
    void shouldShipAListThatFitsTheCatalogue() {
        List<Feature> generated = ExpressionList.shipped().resolve(FeatureCatalog.base()).features();

        assertEquals(Category.GENERATED, FeatureCatalog.prototypes().getLast().category());
        assertEquals(generated, FeatureCatalog.prototypes().getLast().features());
        assertEquals(FeatureCatalog.features(),
                Stream.concat(FeatureCatalog.base().stream(), generated.stream()).toList());
    }
}
