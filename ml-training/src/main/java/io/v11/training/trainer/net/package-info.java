/** Nets without memory: the perceptron by PyTorch, and logistic regression, the baseline, in plain Java. */
package io.v11.training.trainer.net;
