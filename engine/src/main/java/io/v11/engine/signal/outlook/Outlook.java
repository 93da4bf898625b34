package io.v11.engine.signal.outlook;

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
    /** Part of the size that the strategy's certainty leaves, 0 to 1. */
    public double confidence = 1.0;
    /** {@link #share} is a share of equity, which the strategy chose itself, and not of the full size. */
    public boolean sized;
    /** Half width of the band around the position wanted, inside of which nothing is done, as a share of equity; 0: none. */
    public double band;
    /** The position is to stay as it is. */
    public boolean keep;

    public void clear() {
        forecast = 0.0;
        edgeBps = 0.0;
        moveBps = 0.0;
        share = 0.0;
        confidence = 1.0;
        sized = false;
        band = 0.0;
        keep = false;
    }
}
