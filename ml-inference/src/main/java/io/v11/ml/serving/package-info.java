/**
 * Nets as models: which net computes, and when one with memory starts afresh. Kernels and sessions know neither features nor
 * time; here vectors become rows and gaps become fresh starts.
 */
package io.v11.ml.serving;
