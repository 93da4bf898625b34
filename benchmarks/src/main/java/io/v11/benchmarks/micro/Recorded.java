package io.v11.benchmarks.micro;

import io.v11.benchmarks.setting.Home;
import io.v11.benchmarks.setting.Recording;
import io.v11.config.Configuration;

/** The bundled recording and the configuration it belongs to, for benchmarks that need no models. */
record Recorded(Home home, Configuration configuration, Recording recording) {
    static Recorded open() {
        Home home = Home.find();
        Configuration configuration = Configuration.load(home.config(), "backtest");
        return new Recorded(home, configuration, Recording.load(Recording.imported(home, configuration.instruments())));
    }
}
