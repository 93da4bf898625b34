/** The {@code v11} command line: one class per command, each a thin layer over the modules that do the work. */
package io.v11.app;
