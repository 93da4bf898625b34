/** Joins the tail of the loss distribution to the stage: bars into scenarios, holdings and working orders into exposures. */
package io.v11.engine.risk.gauge;
