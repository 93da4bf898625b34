/**
 * Loading models where it can do no harm: a child process opens them by the code that the engine will use, before the engine's own
 * process hands the files to a parser or a native library.
 *
 * <pre>
 *   ModelCanary --stdin: schema, models--> CanaryProcess (512 MB of heap, a time limit)
 *               &lt;--stdout: a verdict a model--
 * </pre>
 */
package io.v11.ml.registry.canary;
