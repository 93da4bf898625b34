package io.v11.engine.signal.strategy;

/** What a strategy says of one instrument. One instance is filled anew for each decision. */
public final class Outlook {
    /** From -1, surely down, to 1, surely up. */
    public double forecast;
    /** Expected move less all expected costs, in the direction of the position wanted, basis points; 0 where not reckoned. */
    public double edgeBps;
    /** Size of the move that the forecast is about, basis points; 0 where there is none. */
    public double moveBps;
    /** Share of the full position that is wanted, signed, -1 to 1. Means nothing while {@link #keep}. */
    public double share;
    /** The position is to stay as it is. */
    public boolean keep;

    public void clear() {
        forecast = 0.0;
        edgeBps = 0.0;
        moveBps = 0.0;
        share = 0.0;
        keep = false;
    }
}
