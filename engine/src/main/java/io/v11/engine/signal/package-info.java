/** What a score is worth after cost, and the order that it proposes. */
package io.v11.engine.signal;
