/** The market seen in a mirror: what every feature would be had prices run the other way. */
package io.v11.training.data.mirror;
