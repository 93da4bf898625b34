/** What the recording shows of an instrument's liquidity, less what our own orders took of it. */
package io.v11.engine.venue.depth;
