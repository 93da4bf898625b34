package io.v11.training.optimisation.ledger;

import java.util.List;
import java.util.TreeSet;

import io.v11.config.ConfigurationException;

/**
 * Which data. The same market can be recorded twice, and a new digest must not make old trials forgotten: data with
 * an instrument in common count as the same, whatever their digests.
 *
 * @param digest      of the files, such as their SHA-256
 * @param instruments qualified names, such as {@code BTCUSDT.SPOT}; kept in alphabetical order
 */
public record DataIdentity(String digest, List<String> instruments) {
    public DataIdentity {
        instruments = List.copyOf(new TreeSet<>(instruments));
        if (!digest.matches("\\S+") || instruments.isEmpty()
                || !instruments.stream().allMatch(name -> name.matches("[^\\s,]+"))) {
            throw new ConfigurationException("data need a digest and the names of their instruments, are '" + digest
                    + "' and " + instruments);
        }
    }

    boolean sharesWith(DataIdentity other) {
        return digest.equals(other.digest) || instruments.stream().anyMatch(other.instruments::contains);
    }
}
