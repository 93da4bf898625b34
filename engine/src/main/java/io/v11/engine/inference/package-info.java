/** Asks the models for a score when a decision is due. */
package io.v11.engine.inference;
