/** Features of the time itself. */
package io.v11.engine.feature.calendar;
