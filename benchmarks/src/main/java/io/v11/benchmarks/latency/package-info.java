/** The whole engine under load: the open-loop rig, and the thread plans set against one another. */
package io.v11.benchmarks.latency;
