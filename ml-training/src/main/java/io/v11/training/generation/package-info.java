/**
 * Looks for features that can be made of the catalogue's and tell more of the label than what they are made of, for the least
 * time.
 *
 * <pre>
 *   journals ─► Dataset ─► InputChoice (K base features) ─► Candidates (operators x windows x pairs)
 *       └─────► InputTape (values of the K at each sample and decision) ─► CandidateValues ─► GainBand (selection)
 *                                                                                                  │
 *   OperatorCosts (this machine) ──────────────────────────────────────────────────► GreedyBudget ◄┘ ─► GenerationResult
 * </pre>
 */
package io.v11.training.generation;
