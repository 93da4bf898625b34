/** A search as one self-contained page, and beside it all figures as JSON. */
package io.v11.training.optimisation.page;
