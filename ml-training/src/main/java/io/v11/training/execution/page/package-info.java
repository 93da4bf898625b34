/**
 * Reports on execution as HTML pages that need nothing beside them, and as JSON; {@code ExecutionOutput} writes both. Equal reports
 * give equal bytes.
 */
package io.v11.training.execution.page;
