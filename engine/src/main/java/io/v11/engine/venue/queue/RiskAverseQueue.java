package io.v11.engine.venue.queue;

/**
 * Trades bring an order forward, and no more can stand before it than the level displays: hftbacktest's
 * {@code RiskAdverseQueueModel}, {@code front = min(front, displayed)}.
 */
final class RiskAverseQueue implements QueueModel {
    @Override
    public void onDisplayed(QueuePosition position, long displayedE8) {
        position.aheadE8 = Math.min(position.aheadE8, displayedE8);
        position.displayedE8 = displayedE8;
        position.tradedE8 = 0L;
    }
}
