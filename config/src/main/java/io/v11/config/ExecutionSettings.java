package io.v11.config;

/** What becomes of orders once sent. @param orderLifeMs a working order is cancelled after this time, event time */
public record ExecutionSettings(long orderLifeMs) {

    void conclude(SettingsCheck check) {
        check.require(orderLifeMs > 0, "execution.orderLifeMs", "above 0", orderLifeMs);
    }
}
