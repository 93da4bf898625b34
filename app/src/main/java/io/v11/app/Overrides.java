package io.v11.app;

import io.v11.config.Configuration;
import io.v11.config.Profile;

/** Options of the command line that replace what the profile says; the result is what is journaled. */
final class Overrides {
    private Overrides() {
    }

    /** @param mode null: as the profile says  @param pace null: as the profile says */
    static Configuration apply(Configuration configuration, Profile.Threading.Mode mode, String pace) {
        Profile profile = configuration.profile();
        Profile.Threading threading = profile.threading();
        if (mode != null) {
            // A plan that was made for another mode's groups means nothing for this one.
            threading = new Profile.Threading(mode, threading.waitStrategy(), threading.ringSize(), threading.pin(),
                    mode == threading.mode() ? threading.groups() : java.util.List.of());
        }
        Profile.Playback playback = pace == null ? profile.playback() : new Profile.Playback(pace);
        Profile changed = new Profile(profile.name(), threading, profile.journal(), playback, profile.decision(),
                profile.models(), profile.signal(), profile.risk(), profile.execution(), profile.venue(),
                profile.budget());
        return new Configuration(changed.conclude(), configuration.instruments());
    }
}
