/**
 * Features made of other features: {@code v11 features generate} finds expressions that tell more than what they are made
 * of, the shipped list of them is the last group of the catalogue.
 *
 * <pre>
 *   generated.yaml ─► ExpressionList ─► ResolvedExpressions ─► GeneratedFeatures ─► Stream ... Stream
 *                     (names)           (positions, feature    (one an              (one an expression:
 *                                        records)               instrument)          its state)
 * </pre>
 */
package io.v11.engine.feature.generated;
