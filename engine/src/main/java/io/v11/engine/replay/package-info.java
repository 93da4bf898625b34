/** Plays a journaled run again through the same stages and proves that it concludes the same. */
package io.v11.engine.replay;
