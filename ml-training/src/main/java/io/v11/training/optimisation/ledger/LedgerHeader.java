package io.v11.training.optimisation.ledger;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.space.SearchSpace;

/**
 * What a ledger's trials depend on, so that a search is never continued as another. It says nothing of workers or
 * times.
 *
 * @param name          of the search and of its files
 * @param data          what it is tried on
 * @param space         what is varied
 * @param settings      sampler, seed, batch, goals, segments: name and value of each
 * @param code          digest or version of the program that judges
 * @param configuration digest of all that is not varied
 */
public record LedgerHeader(String name, DataIdentity data, SearchSpace space, List<String> settings, String code,
        String configuration) {
    static final String FORMAT = "v11-ledger\t1";
    static final String DATA = "data\t";
    static final String INSTRUMENTS = "instruments\t";

    public LedgerHeader {
        settings = List.copyOf(settings);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new ConfigurationException("name of the search must be a word of letters, digits, . _ -: " + name);
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(FORMAT, "name\t" + name, DATA + data.digest(),
                INSTRUMENTS + String.join(",", data.instruments()), "code\t" + code,
                "configuration\t" + configuration, "space\t" + space.digest()));
        space.description().forEach(parameter -> lines.add("parameter\t" + parameter));
        settings.forEach(setting -> lines.add("setting\t" + setting));
        return lines;
    }
}
