/** From a fitted model to a folder that the registry loads: manifest, golden rows, model file. */
package io.v11.training.publish;
