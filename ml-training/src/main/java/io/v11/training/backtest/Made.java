package io.v11.training.backtest;

/** A line of how a report was made. @param what as "command"  @param how as it was given */
public record Made(String what, String how) {
}
