/**
 * What may have happened inside a bar of which only open, high, low and close are known. Two ways are thought possible,
 * open-low-high-close and open-high-low-close, each in three straight legs of equal time; of the two, the worse for the
 * order at hand is taken.
 */
package io.v11.engine.venue.bar;
