/**
 * Where the money of a run went, to the last E8 unit.
 *
 * <pre>
 *   intent -> OrderCause --+
 *   fill ------------------+-> Fill --+-> Ledger -> Attribution   (by instrument, by regime)
 *   mark, funding --------------------+-> Trips  -> Trade         (from flat to flat)
 * </pre>
 *
 * All money in quote units E8; nothing here reads a file.
 */
package io.v11.training.backtest.account;
