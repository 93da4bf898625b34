package io.v11.engine.venue.queue;

import io.v11.config.FixedPoint;

/**
 * Shares what left a level without a trade between before and behind the order, by a probability. hftbacktest's
 * {@code ProbQueueModel}: with p the probability that it stood behind, and {@code chg = displayed before - displayed now - traded},
 *
 * <pre>
 *   chg &lt; 0:  front = min(front, displayed now)
 *   else:     front = min(front - (1 - p) chg + min(back - p chg, 0), displayed now)
 * </pre>
 *
 * The second term gives to the front what the back has not. Never below 0; rounded up at the eighth decimal, to our cost.
 */
final class ProbabilityQueue implements QueueModel {
    private final BehindProbability probability;

    ProbabilityQueue(BehindProbability probability) {
        this.probability = probability;
    }

    @Override
    public void onDisplayed(QueuePosition position, long displayedE8) {
        long beforeE8 = position.displayedE8;
        long goneE8 = beforeE8 - displayedE8 - position.tradedE8;
        if (beforeE8 == QueuePosition.UNKNOWN || position.aheadE8 == QueuePosition.UNKNOWN || goneE8 < 0) {
            position.aheadE8 = Math.min(position.aheadE8, displayedE8);
        } else if (goneE8 > 0) {
            double front = FixedPoint.toDouble(position.aheadE8);
            double back = FixedPoint.toDouble(Math.max(0L, beforeE8 - position.aheadE8));
            double gone = FixedPoint.toDouble(goneE8);
            double behind = probability.of(front, back);
            behind = Double.isFinite(behind) ? behind : 1.0;
            double left = front - (1.0 - behind) * gone + Math.min(back - behind * gone, 0.0);
            // A hair is taken off before rounding up, or the last bit of a double would become a unit of the queue.
            long leftE8 = (long) Math.ceil(Math.max(0.0, left) * FixedPoint.ONE - 1e-3);
            position.aheadE8 = Math.max(0L, Math.min(leftE8, displayedE8));
        } else {
            position.aheadE8 = Math.min(position.aheadE8, displayedE8);
        }
        position.displayedE8 = displayedE8;
        position.tradedE8 = 0L;
    }
}
