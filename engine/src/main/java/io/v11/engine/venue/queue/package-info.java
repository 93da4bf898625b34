/**
 * Where a resting order stands in the queue of its price. Only levels are recorded, not orders, so it must be reckoned who
 * went when a level shrank without a trade: nobody before us (TRADES), nobody before us unless the level says so
 * (RISK_AVERSE), or a part given by a probability (the others).
 */
package io.v11.engine.venue.queue;
