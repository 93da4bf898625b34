/**
 * JMH benchmarks of single steps. Each looks at its answer too; each class keeps to one thing and its peer, so that the
 * two lines can be read together. Allocation is always measured.
 */
package io.v11.benchmarks.micro;
