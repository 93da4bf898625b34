/** How good a forecast of a direction is, and always beside what it must beat: majority class and best one-feature rule. */
package io.v11.training.metrics;
