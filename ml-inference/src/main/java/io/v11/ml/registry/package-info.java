/**
 * Models on disk: a folder per version with its file and its manifest, read back only when every claim of the manifest
 * holds.
 */
package io.v11.ml.registry;
