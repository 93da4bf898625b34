/**
 * How well orders were executed: transaction costs from the arrival price on, and markouts.
 *
 * <pre>
 *   OrderReading -> GroupKey -> CostSum -> CostGroup
 *                                            TcaReport
 * </pre>
 *
 * Money in quote units E8, costs positive when paid; nothing here reads a clock.
 */
package io.v11.training.execution;
