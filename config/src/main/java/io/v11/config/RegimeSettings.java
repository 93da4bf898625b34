package io.v11.config;

/**
 * How the state of each instrument's market is told.
 *
 * @param bar length of the bars that it is told by: MINUTE, QUARTER_HOUR or HOUR; NONE: it is not told
 */
public record RegimeSettings(String bar) {

    void conclude(SettingsCheck check) {
        check.require(java.util.List.of("NONE", "MINUTE", "QUARTER_HOUR", "HOUR").contains(bar), "regime.bar",
                "NONE, MINUTE, QUARTER_HOUR or HOUR", bar);
    }
}
