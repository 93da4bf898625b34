package io.v11.training.execution.calibration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.v11.journal.event.VenueReason;
import io.v11.training.execution.order.OrderReading;
import io.v11.training.execution.order.SentOrder;

/**
 * The fill model and what it is worth on orders that it has not seen. Brier score (1950): mean of (p - outcome)^2, less is better.
 *
 * @param missing      why there is no model; empty when there is one, and then all else is set
 * @param learning     orders
 * @param judging      orders
 * @param straddled    orders left out between the two
 * @param refused      orders that the venue refused, so that they never rested
 * @param inputs       slopes of the standardised inputs
 * @param brier        of the model on the judged rows
 * @param constant     of the learning rows' base rate there
 * @param byAge        of the base rate of each age there: what a model must beat
 * @param byInstrument of the base rate of each age and instrument there: a harder bar, for the model does not know the instrument
 * @param gain         {@code byAge - brier}
 * @param gainError    its standard error, with rows of an order taken as one
 * @param bins         predicted against observed, on the judged rows
 */
public record FillCalibration(String missing, long learning, long judging, long straddled, long refused,
        List<Input> inputs, double brier, double constant, double byAge, double byInstrument, double gain,
        double gainError,
        List<Bin> bins) {
    /** Filled orders, and unfilled ones, that are needed to learn; a third of it to judge. */
    static final int LEAST = 30;
    private static final int BINS = 5;
    /** Ends of orders that did rest. */
    private static final Set<VenueReason> RESTED = EnumSet.of(VenueReason.NONE, VenueReason.REQUESTED,
            VenueReason.REPLACED, VenueReason.LIQUIDATION);

    /** @param slope per deviation of the input, in the logit */
    public record Input(String name, double mean, double deviation, double slope) {
    }

    /** Rows of which the model said from {@code low} to below {@code high}. */
    public record Bin(double low, double high, long rows, double predicted, double observed) {
    }

    static FillCalibration of(List<OrderReading> runs) {
        long refused = runs.stream().flatMap(run -> run.orders().stream()).filter(order -> order.rests()
                && !rested(order)).count();
        TimeSplit split = TimeSplit.of(TimeSplit.orders(runs, order -> order.rests() && rested(order)));
        RestingOutcomes learning = RestingOutcomes.of(split.learning());
        RestingOutcomes judging = RestingOutcomes.of(split.judging());
        String missing = missing(learning, judging, refused);
        if (!missing.isEmpty()) {
            return new FillCalibration(missing, learning.count(), judging.count(), split.straddled(), refused,
                    List.of(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, List.of());
        }
        FillModel model = FillModel.fit(learning);
        return judged(model, learning, judging, split.straddled(), refused);
    }

    public boolean fitted() {
        return missing.isEmpty();
    }

    /** It lay in the book for a while. */
    static boolean rested(SentOrder order) {
        return !order.fills().isEmpty() || RESTED.contains(order.end());
    }

    private static String missing(RestingOutcomes learning, RestingOutcomes judging, long refused) {
        int least = Math.min(learning.fills(), learning.count() - learning.fills());
        int judged = Math.min(judging.fills(), judging.count() - judging.fills());
        if (least >= LEAST && judged >= LEAST / 3) {
            return "";
        }
        return String.format(Locale.ROOT,
                "Too few resting orders: %d learning of which %d filled, %d judging of which %d"
                        + " filled, %d refused; needed are %d filled and %d unfilled to learn, %d and %d to judge. Run with"
                        + " signal.order.timeInForce POST_ONLY or GTC, longer, or give several runs.",
                learning.count(),
                learning.fills(), judging.count(), judging.fills(), refused, LEAST, LEAST, LEAST / 3, LEAST / 3);
    }

    private static FillCalibration judged(FillModel model, RestingOutcomes learning, RestingOutcomes judging,
            long straddled, long refused) {
        double[] said = model.probabilities(judging);
        BaseRates rates = BaseRates.of(learning);
        double brier = 0.0;
        double constant = 0.0;
        double byAge = 0.0;
        double byInstrument = 0.0;
        double[] gains = new double[judging.count()];
        for (int row = 0; row < said.length; row++) {
            double outcome = judging.filled()[row];
            double of = square(said[row] - outcome);
            double base = square(rates.ofAge(judging.ages()[row]) - outcome);
            brier += of;
            byAge += base;
            constant += square(rates.all() - outcome);
            byInstrument += square(
                    rates.ofInstrument(judging.instruments()[row], judging.ages()[row]) - outcome);
            gains[judging.orders()[row]] += base - of;
        }
        int rows = said.length;
        double gain = (byAge - brier) / rows;
        double squares = 0.0;
        double expected = (byAge - brier) / gains.length;
        for (double ofOrder : gains) {
            squares += square(ofOrder - expected);
        }
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < model.slopes().length; i++) {
            inputs.add(new Input(RestingOutcomes.NAMES.get(i), model.standard().means()[i],
                    model.standard().deviations()[i], model.slopes()[i] + 0.0));
        }
        return new FillCalibration("", learning.count(), judging.count(), straddled, refused, List.copyOf(inputs),
                brier / rows, constant / rows, byAge / rows, byInstrument / rows, gain, Math.sqrt(squares) / rows,
                bins(said, judging.filled()));
    }

    private static List<Bin> bins(double[] said, double[] outcomes) {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double low = bin / (double) BINS;
            double high = (bin + 1) / (double) BINS;
            long rows = 0;
            double predicted = 0.0;
            double observed = 0.0;
            for (int row = 0; row < said.length; row++) {
                if (said[row] >= low && (said[row] < high || bin == BINS - 1)) {
                    rows++;
                    predicted += said[row];
                    observed += outcomes[row];
                }
            }
            bins.add(new Bin(low, high, rows, rows == 0 ? Double.NaN : predicted / rows,
                    rows == 0 ? Double.NaN : observed / rows));
        }
        return List.copyOf(bins);
    }

    private static double square(double value) {
        return value * value;
    }
}
