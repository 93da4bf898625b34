/** Indicators on bars that lay bands around the price: where it is between them, and how wide they are. */
package io.v11.engine.feature.bar.channel;
