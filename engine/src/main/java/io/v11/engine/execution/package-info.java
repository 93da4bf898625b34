/** The life of an order: from the approved proposal to the venue's last word about it. */
package io.v11.engine.execution;
