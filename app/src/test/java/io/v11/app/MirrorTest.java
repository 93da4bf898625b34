package io.v11.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.slot.BarLength;
import io.v11.journal.JournalReader;
import io.v11.ml.FeatureSchema;
import io.v11.training.data.Dataset;
import io.v11.training.data.mirror.Mirror;
import io.v11.training.data.mirror.MirrorImage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * That {@code config/mirror.yaml} is true: replays mirrored markets and compares every feature it names. The recording
 * shows books, trades and short bars as they are; bars of a quarter of an hour and longer, and what spans markets for
 * more than a minute, need days, which are made up.
 */
class MirrorTest {
    /** All of NEXOUSDT and 70 s of BTC, ETH and the perpetual: windows of 60 s are full. */
    private static final int RECORDED_EVENTS = 75_000;
    private static final int MINUTES = 3 * 1_440;
    private static final int QUARTERS = 30 * 96;
    private static final long SEED = 11L;
    private static final FeatureSchema SCHEMA = FeatureCatalog.schema();

    @TempDir
    static Path folder;
    private static MirroredReplay.Both recorded;
    private static MirroredReplay.Both minutes;
    private static MirroredReplay.Both quarters;

    @BeforeAll
    static void replayAllMarketsAndTheirImages() {
        Instruments instruments = Bundled.configuration("latency", null, null).instruments();
        MirroredReplay replay = new MirroredReplay(instruments, DecisionCadence.TOP_CHANGE, folder.resolve("recorded"));
        try (JournalReader reader = JournalReader.open(Bundled.market().resolve("input"))) {
            for (int i = 0; i < RECORDED_EVENTS && reader.next(); i++) {
                replay.onEvent(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
            }
        }
        recorded = replay.build();
        replay = new MirroredReplay(instruments, DecisionCadence.BAR_CLOSE, folder.resolve("minutes"));
        new SyntheticBars(SEED, replay).spotAndPerpetual(MINUTES, 3, 0, 1, 2);
        minutes = replay.build();
        replay = new MirroredReplay(instruments, DecisionCadence.BAR_CLOSE, folder.resolve("quarters"));
        new SyntheticBars(SEED, replay).spot(BarLength.QUARTER_HOUR, QUARTERS, 2);
        quarters = replay.build();
    }

    @Test
    void shouldNameTheImageOfEveryFeatureThatIsNamed() {
        MirrorImage image = YamlBinder.read(Bundled.ROOT.resolve("config/mirror.yaml"), Mirror.class).image(SCHEMA);

        ImageErrors errors = compare(image);

        assertEquals(List.of(), errors.wrong(), "seed " + SEED);
        assertEquals(List.of(), names(i -> image.has(i) && !errors.isJudged(i)), "never seen with different values");
    }

    @Test
    void shouldNoticeEveryFeatureThatIsTakenForAnother() {
        Mirror shipped = YamlBinder.read(Bundled.ROOT.resolve("config/mirror.yaml"), Mirror.class);
        List<String> even = Stream.concat(shipped.odd().stream(),
                shipped.swapped().stream().flatMap(swap -> Stream.of(swap.bid(), swap.ask()))).toList();
        MirrorImage image = new Mirror(shipped.even(), even, List.of()).image(SCHEMA);

        ImageErrors errors = compare(image);

        assertEquals(List.of(), names(i -> image.has(i) && !errors.isWrong(i)), "seed " + SEED);
    }

    @Test
    void shouldTurnTheLabels() {
        Dataset market = recorded.market();
        int labelled = 0;

        for (int row = 0; row < market.rows(); row++) {
            assertEquals(market.labelled(row), recorded.mirrored().labelled(row), "row " + row);
            if (market.labelled(row)) {
                assertNotEquals(market.up(row), recorded.mirrored().up(row), "row " + row);
                labelled++;
            }
        }

        assertEquals(market.rows(), recorded.mirrored().rows());
        assertTrue(labelled > 30_000, "labelled=" + labelled);
    }

    private static ImageErrors compare(MirrorImage image) {
        ImageErrors errors = new ImageErrors(SCHEMA, image);
        for (int instrument = 0; instrument < 4; instrument++) {
            errors.add(recorded, instrument);
            errors.add(minutes, instrument);
        }
        errors.add(quarters, 2);
        return errors;
    }

    private static List<String> names(IntPredicate those) {
        return IntStream.range(0, SCHEMA.size()).filter(those).mapToObj(SCHEMA.names()::get).toList();
    }
}
