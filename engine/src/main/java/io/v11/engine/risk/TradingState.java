package io.v11.engine.risk;

/** What the engine may do, from free to barred. It falls by itself or by command; only a person lifts it. */
enum TradingState {
    /** Orders may leave. */
    ACTIVE,
    /** Only orders that shrink a position may leave. */
    REDUCING,
    /** No order may leave; working ones stay. */
    PAUSED,
    /** No order may leave; working ones are cancelled. */
    HALTED
}
