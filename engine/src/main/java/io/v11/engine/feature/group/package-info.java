/**
 * What a group of features is made of: what it must do ({@link io.v11.engine.feature.group.FeatureGroup}), what is said
 * about each feature, the event as all groups see it, and the sums and averages over past events that they share.
 */
package io.v11.engine.feature.group;
