package io.v11.config;

/** The simulated venue. @param orderLatencyUs engine to venue  @param reportLatencyUs venue to engine */
public record VenueSettings(long orderLatencyUs, long reportLatencyUs) {

    void conclude(SettingsCheck check) {
        check.require(orderLatencyUs >= 0 && reportLatencyUs >= 0, "venue.orderLatencyUs, venue.reportLatencyUs",
                "0 or more", orderLatencyUs + ", " + reportLatencyUs);
    }
}
