/** Typed configuration, limits and fixed-point numbers: the ground floor that every other module stands on. */
package io.v11.config;
