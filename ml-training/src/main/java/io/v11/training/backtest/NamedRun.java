package io.v11.training.backtest;

import java.nio.file.Path;

/** A finished run under the name that a report calls it by. @param folder with {@code input} and {@code derived} */
public record NamedRun(String name, Path folder) {
}
