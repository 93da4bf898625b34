/**
 * One probability out of those of several models: {@link io.v11.ml.stack.StackModel} serves the weights of a
 * {@link io.v11.ml.stack.StackFile}.
 */
package io.v11.ml.stack;
