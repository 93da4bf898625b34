package io.v11.engine.venue.queue;

/** Trades alone bring an order forward; cancellations are reckoned to be behind it, every one. The most cautious. */
final class TradesQueue implements QueueModel {
    @Override
    public void onDisplayed(QueuePosition position, long displayedE8) {
        position.displayedE8 = displayedE8;
    }

    @Override
    public boolean looksAtLevels() {
        return false;
    }
}
