/**
 * The engine: one flow, wired in {@link io.v11.engine.Pipeline}, run inline or on pinned threads over one ring.
 *
 * <pre>
 *   ingest ─► [ring] ─► journal ────────────────────────────────────────────────────┐ (gate)
 *                └────► market ► portfolio ► feature ► inference ► regime ► signal ► risk ─► execution ► record ► dispatch ► monitor
 *                                                                                                                  └► venue ─► ingest
 * </pre>
 *
 * This package is the only one that knows the Disruptor. Stages live in packages of their own, know
 * {@link io.v11.engine.slot} and nothing of one another.
 */
package io.v11.engine;
