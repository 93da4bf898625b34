package io.v11.app;

import java.util.LinkedHashMap;
import java.util.Map;

import io.v11.config.Configuration;
import io.v11.config.Profile;

/** Options of the command line that replace what the profile says; the result is what is journaled. */
final class Overrides {
    private Overrides() {
    }

    /** @param mode null: as the profile says  @param pace null: as the profile says */
    static Configuration apply(Configuration configuration, Profile.Threading.Mode mode, String pace) {
        Map<String, String> values = new LinkedHashMap<>();
        if (mode != null) {
            values.put("threading.mode", mode.name());
            if (mode != configuration.profile().threading().mode()) {
                // A plan that was made for another mode's groups means nothing for this one.
                values.put("threading.groups", "[]");
            }
        }
        if (pace != null) {
            values.put("playback.pace", pace);
        }
        return configuration.with(values);
    }
}
