/**
 * Fitting one family at a time, and what all of them share: which features are inputs, what a row counts, when to stop. Families
 * live in {@code tree}, {@code net} (without memory) and {@code sequence} (with memory).
 */
package io.v11.training.trainer;
