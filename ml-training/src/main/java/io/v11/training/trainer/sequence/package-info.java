/**
 * Nets with a memory, trained as they are served: decisions of an instrument in their order are a stream that starts
 * afresh where the model would. A stream is cut into chunks; of each, only the last steps count.
 *
 * <pre>
 *   Dataset -> Streams -> SequenceRows (chunks) -> SequenceFit (epochs) -> weights of the best epoch -> ONNX file
 *                                                       |
 *                                           LstmNet or TransformerNet
 * </pre>
 */
package io.v11.training.trainer.sequence;
