package io.v11.app;

import java.nio.file.Files;
import java.nio.file.Path;

import io.v11.config.ConfigurationException;

/** Where config/, recordings/ and runs/ are: the checkout or the unpacked distribution. */
record Home(Path folder) {
    static Home find() {
        Path folder = Path.of(System.getProperty("v11.home", ".")).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder.resolve("config"))) {
            throw new ConfigurationException(
                    folder + " has no config folder; start with bin/v11, or set V11_HOME to the checkout");
        }
        return new Home(folder);
    }

    Path config() {
        return folder.resolve("config");
    }

    Path models() {
        return folder.resolve("config/models");
    }

    Path recordings() {
        return folder.resolve("recordings");
    }

    Path runs() {
        return folder.resolve("runs");
    }
}
