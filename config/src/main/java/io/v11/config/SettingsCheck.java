package io.v11.config;

/** How a part of the profile says that one of its values cannot be used; the profile adds its own name. */
@FunctionalInterface
interface SettingsCheck {
    /**
     * Throws a {@link ConfigurationException} unless the condition holds.
     *
     * @param key    the value's place in the profile
     * @param needed what it must be
     * @param found  what it is
     */
    void require(boolean holds, String key, String needed, Object found);
}
