/** The report of the models as one HTML page and as JSON. The same result gives the same bytes. */
package io.v11.training.report.page;
