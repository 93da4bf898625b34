/**
 * Nets in plain Java, a step at a time: + - * / and square roots in a fixed order, so that the same inputs give the same
 * bits on every machine, and loops that the compiler turns into vector code without changing that order.
 */
package io.v11.ml.net.kernel;
