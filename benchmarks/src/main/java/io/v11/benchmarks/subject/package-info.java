/**
 * What is measured, and the peers it is measured against: each thing once, for JMH, the ratios and the rig alike.
 * The peers use Disruptor, Chronicle Queue, XGBoost4J and ONNX Runtime directly, as a program without V11 would.
 */
package io.v11.benchmarks.subject;
