package io.v11.training.execution;

/**
 * What the market moved in favour of fills some time after them, measured from the price paid: positive when the fill was cheap in
 * hindsight, negative when it was adversely selected.
 *
 * @param horizonNs     after the fill was told
 * @param fills         with a price then
 * @param unknown       without one: the run had ended, or bars are longer than the horizon
 * @param meanBps       weighted by notional; NaN without fills
 * @param errorBps      its standard error, fills taken as independent: root of sum of w^2 (m - mean)^2 over sum of w; NaN below two
 */
public record Markout(long horizonNs, long fills, long unknown, double meanBps, double errorBps) {
}
