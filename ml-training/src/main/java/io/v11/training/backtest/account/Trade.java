package io.v11.training.backtest.account;

import io.v11.journal.event.Regime;
import io.v11.training.performance.RoundTrip;

/**
 * A round trip with what a person wants to see of it. It lasts from flat to flat, or to the fill that turns the position over, which
 * is then split by quantity: so it needs no rule which purchase a sale belongs to (first in, first out or average cost), and the
 * trips of a run sum to its profit.
 *
 * @param trip       money and times
 * @param open       not closed when the run ended: valued at the last price, closing time that of the last event
 * @param quantityE8 greatest position, base units
 * @param entryPrice mean of the fills that enlarged the position
 * @param exitPrice  mean of those that shrank it; NaN when there was none
 * @param fills      parts of fills counted
 * @param regime     at the first fill
 * @param forecast   behind the first fill; NaN when there was none
 * @param stopped    the last fill was of a stop order
 */
public record Trade(RoundTrip trip, boolean open, long quantityE8, double entryPrice, double exitPrice, int fills,
        Regime regime, double forecast, boolean stopped) {
}
