package io.v11.engine.venue.queue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.config.VenueSettings.Queue;
import io.v11.config.VenueSettings.Queue.Model;
import io.v11.engine.trading.AllocatedBytes;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each model against its closed formula, worked here by hand: 6 stand before us, 4 behind, 5 go without a trade. */
class QueueModelTest {
    private static final double FRONT = 6.0;
    private static final double BACK = 4.0;

    private final QueuePosition position = new QueuePosition();

    /** A level of 10 of which 6 stand before us. */
    private void stand() {
        position.join(e8("6"));
        position.displayedE8 = e8("10");
    }

    @ParameterizedTest
    @EnumSource(value = Model.class, names = {"LOG", "LOG2", "POWER", "POWER2", "POWER3"})
    void shouldShareWhatLeftByItsFormula(Model model) {
        double n = 3.0;
        double behind = switch (model) {
            case LOG -> Math.log(5.0) / (Math.log(5.0) + Math.log(7.0));
            case LOG2 -> Math.log(5.0) / Math.log(11.0);
            case POWER -> 64.0 / (64.0 + 216.0);
            case POWER2 -> 64.0 / 1000.0;
            default -> 1.0 - 0.6 * 0.6 * 0.6;
        };
        double front = FRONT - (1.0 - behind) * 5.0 + Math.min(BACK - behind * 5.0, 0.0);
        stand();

        QueueModel.of(new Queue(model, n)).onDisplayed(position, e8("5"));

        assertEquals(Math.min(front, 5.0), position.aheadE8() / 1e8, 2e-8, model.toString());
    }

    @ParameterizedTest
    @CsvSource({"TRADES, 6, 6, 6", "RISK_AVERSE, 6, 5, 3"})
    void shouldNotCountCancellationsWhenCautious(Model model, String first, String second, String third) {
        QueueModel queue = QueueModel.of(new Queue(model, 1.0));
        stand();

        queue.onDisplayed(position, e8("9"));
        assertEquals(e8(first), position.aheadE8());
        queue.onDisplayed(position, e8("5"));
        assertEquals(e8(second), position.aheadE8());
        queue.onDisplayed(position, e8("3"));
        assertEquals(e8(third), position.aheadE8());
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void shouldComeForwardByTradesInEveryModel(Model model) {
        stand();

        assertEquals(0L, position.serve(e8("2"), e8("2")));
        assertEquals(e8("4"), position.aheadE8());
        assertEquals(e8("1"), position.serve(e8("5"), e8("5")));
        assertEquals(0L, position.aheadE8());
        QueueModel.of(new Queue(model, 1.0)).onDisplayed(position, e8("3"));
        assertEquals(0L, position.aheadE8(), "the display says no more than the trades did");
    }

    @Test
    void shouldNotCountATradeTwiceWhenTheDisplayFollows() {
        QueueModel queue = QueueModel.of(new Queue(Model.POWER, 1.0));
        stand();
        position.serve(e8("2"), e8("2"));

        queue.onDisplayed(position, e8("8"));

        assertEquals(e8("4"), position.aheadE8());
    }

    @Test
    void shouldGiveToTheFrontWhatTheBackHasNot() {
        // n = 1: behind = 2/10; of 9 gone 1.8 behind, 7.2 ahead; front 8 - 7.2 = 0.8. With 1 behind: 0.1 x 9 = 0.9 < 1.
        position.join(e8("8"));
        position.displayedE8 = e8("10");
        QueueModel.of(new Queue(Model.POWER, 1.0)).onDisplayed(position, e8("1"));
        assertEquals(e8("0.8"), position.aheadE8(), 1);

        // power3, n = 3: behind = 1 - 0.001 = 0.999; of 1 gone 0.999 behind where 9 stand.
        position.join(e8("1"));
        position.displayedE8 = e8("10");
        QueueModel.of(new Queue(Model.POWER3, 3.0)).onDisplayed(position, e8("0.5"));
        // 9.5 gone: 1 - 0.001 x 9.5 + min(9 - 0.999 x 9.5, 0) = 0.9905 - 0.4905 = 0.5
        assertEquals(e8("0.5"), position.aheadE8(), 1);
    }

    @ParameterizedTest
    @EnumSource(value = Model.class, names = "TRADES", mode = EnumSource.Mode.EXCLUDE)
    void shouldNotFallBackWhenTheLevelGrows(Model model) {
        stand();

        QueueModel.of(new Queue(model, 2.0)).onDisplayed(position, e8("50"));

        assertEquals(e8("6"), position.aheadE8());
        assertEquals(e8("50"), position.displayedE8);
    }

    @Test
    void shouldLearnOfALevelThatComesIntoSight() {
        position.join(QueuePosition.UNKNOWN);
        assertEquals(0L, position.serve(e8("5"), e8("5")), "what is not seen is endless");

        QueueModel.of(new Queue(Model.LOG, 1.0)).onDisplayed(position, e8("7"));

        assertEquals(e8("7"), position.aheadE8());
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void shouldAllocateNothing(Model model) {
        QueueModel queue = QueueModel.of(new Queue(model, 1.5));
        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 1_000; i++) {
                position.join(600_000_000L);
                position.displayedE8 = 1_000_000_000L;
                queue.onDisplayed(position, 900_000_000L - i);
            }
        });

        assertEquals(0L, bytes);
        assertTrue(position.aheadE8() > 0);
    }
}
