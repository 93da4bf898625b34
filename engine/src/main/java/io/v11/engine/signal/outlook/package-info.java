/** What a strategy is to the signal stage: events go in, an outlook on one instrument comes out. */
package io.v11.engine.signal.outlook;
