package io.v11.engine.venue.queue;

/**
 * Probability that quantity which left a level without a trade had stood behind our order. hftbacktest's functions
 * (documentation "Order Fill", section "Probability Queue Model", and {@code queue.rs}), after R. Cont and others'
 * discussion on quant.stackexchange 3782; quantities in base units.
 *
 * <pre>
 *   log     ln(1 + back) / (ln(1 + back) + ln(1 + front))     LogProbQueueFunc
 *   log2    ln(1 + back) / ln(1 + back + front)               LogProbQueueFunc2
 *   power   back^n / (back^n + front^n)                       PowerProbQueueFunc
 *   power2  back^n / (back + front)^n                         PowerProbQueueFunc2
 *   power3  1 - (front / (front + back))^n                    PowerProbQueueFunc3
 * </pre>
 */
@FunctionalInterface
interface BehindProbability {
    /** @param front quantity before the order  @param back quantity behind it; what is not a number counts as 1 */
    double of(double front, double back);

    static BehindProbability log() {
        return (front, back) -> {
            double behind = StrictMath.log(1.0 + back);
            return behind / (behind + StrictMath.log(1.0 + front));
        };
    }

    static BehindProbability log2() {
        return (front, back) -> StrictMath.log(1.0 + back) / StrictMath.log(1.0 + back + front);
    }

    static BehindProbability power(double n) {
        return (front, back) -> {
            double behind = power(back, n);
            return behind / (behind + power(front, n));
        };
    }

    static BehindProbability power2(double n) {
        return (front, back) -> power(back, n) / power(back + front, n);
    }

    static BehindProbability power3(double n) {
        return (front, back) -> 1.0 - power(front / (front + back), n);
    }

    /** x^n by exp(n ln x): StrictMath.pow allocates, and 0^n is 0 this way too. */
    private static double power(double x, double n) {
        return StrictMath.exp(n * StrictMath.log(x));
    }
}
