/**
 * Binance's market data as V11's events.
 *
 * <pre>
 *   JSON bytes of one message ─► JsonScanner ─► StreamMessageParser ─► FrameEncoder ─► EventSink
 *                                 bytes, cursor   which message, which     SBE frames,     journal, ring
 *                                                 field is what            deep books cut
 * </pre>
 *
 * The path from the wire's bytes to the event's bytes allocates nothing, makes no {@code String} and no {@code double},
 * and keeps the venue's decimals exact in E8 fixed point.
 */
package io.v11.binance;
