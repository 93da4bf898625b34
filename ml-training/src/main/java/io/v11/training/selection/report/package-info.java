/**
 * What a selection found, for people and for programs: one HTML file that needs nothing beside it, JSON, and the selection file that
 * training reads. The same result gives the same bytes.
 */
package io.v11.training.selection.report;
