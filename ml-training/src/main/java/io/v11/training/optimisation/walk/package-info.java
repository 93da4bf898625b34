/** How a range of time is cut into data to search on, data to choose on and data to hold out. */
package io.v11.training.optimisation.walk;
