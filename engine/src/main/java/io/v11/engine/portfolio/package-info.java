/** Position, cash and equity from the venue's fills: the engine's own books, kept in fixed point. */
package io.v11.engine.portfolio;
