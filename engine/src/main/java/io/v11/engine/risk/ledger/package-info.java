/**
 * What the risk stage knows for itself, so that the gate does not lean on the bookkeeping of another stage: last prices, what works
 * at the venue, what is held and what it costs. Money in E8; allocates nothing after construction.
 */
package io.v11.engine.risk.ledger;
