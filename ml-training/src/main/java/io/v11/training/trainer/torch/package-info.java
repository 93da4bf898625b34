/** Gradient descent by PyTorch: loading the library, tensors, and the step that all nets share. */
package io.v11.training.trainer.torch;
