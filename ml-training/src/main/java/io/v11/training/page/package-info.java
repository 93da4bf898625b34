/** What report pages are made of: drawings, scales, figures in words, a style sheet, and records as JSON. */
package io.v11.training.page;
