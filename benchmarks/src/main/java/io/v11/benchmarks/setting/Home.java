package io.v11.benchmarks.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.v11.config.ConfigurationException;

/** Folders of the checkout or the unpacked distribution that benchmarks read and write. */
public record Home(Path folder) {
    /** The folder that the launcher names, else the working directory. */
    public static Home find() {
        return of(Path.of(System.getProperty("v11.home", ".")));
    }

    public static Home of(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute.resolve("config"))) {
            throw new ConfigurationException(
                    absolute + " has no config folder; start with bin/v11, or set V11_HOME to the checkout");
        }
        return new Home(absolute);
    }

    public Path config() {
        return folder.resolve("config");
    }

    public Path models() {
        return folder.resolve("config/models");
    }

    /** The folder itself where the distribution has a link to one. */
    public Path recordings() {
        try {
            return folder.resolve("recordings").toRealPath();
        } catch (IOException e) {
            throw new ConfigurationException(
                    folder.resolve("recordings") + " is not there: nothing to play (" + e + ")");
        }
    }

    public Path runs() {
        return folder.resolve("runs");
    }

    public Path results() {
        return folder.resolve("benchmarks/results");
    }
}
