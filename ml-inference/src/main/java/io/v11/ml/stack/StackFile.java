package io.v11.ml.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.v11.config.ConfigurationException;
import io.v11.config.Limits;
import io.v11.config.YamlBinder;
import io.v11.ml.ModelException;

/**
 * What a stack learnt, as {@code stack.yaml} holds it: the same bytes for the same numbers, and reading gives the same bits.
 * Immutable; cold path.
 *
 * @param intercept log-odds when every member says 0.5
 * @param members   in the order that they are summed in
 */
public record StackFile(double intercept, List<Member> members) {
    /** Name of the file in a model's folder. */
    public static final String NAME = "stack.yaml";
    private static final double LARGEST = 1e6;

    /**
     * @param member name of the model, as the vector of member probabilities names it
     * @param weight of its log-odds, at least 0
     */
    public record Member(String member, double weight) {
        public Member {
            check(member.matches("[A-Za-z0-9][A-Za-z0-9._/-]*"), "member '" + member
                    + "' must be a word of letters, digits, '.', '_', '/', '-' that begins with a letter or digit");
            check(weight >= 0.0 && weight <= LARGEST,
                    "weight of member " + member + " must be 0 to 1e6, is " + weight);
        }
    }

    public StackFile {
        members = List.copyOf(members);
        check(Math.abs(intercept) <= LARGEST, "intercept must be -1e6 to 1e6, is " + intercept);
        check(!members.isEmpty() && members.size() <= Limits.MODELS,
                "members must be 1 to " + Limits.MODELS + ", are " + members.size());
        Set<String> seen = new HashSet<>();
        for (Member member : members) {
            check(seen.add(member.member), "member " + member.member + " stands twice");
        }
    }

    /** Names of the members in order. */
    public List<String> names() {
        return members.stream().map(Member::member).toList();
    }

    public static StackFile read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ModelException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Parses text; {@code source} names it in messages. */
    public static StackFile parse(String source, String text) {
        try {
            return YamlBinder.parse(source, text, StackFile.class);
        } catch (ConfigurationException e) {
            throw new ModelException(e.getMessage() + "; mend the file or fit the stack again", e);
        }
    }

    /** Writes it into a model's folder. */
    public void write(Path folder) {
        try {
            Files.writeString(folder.resolve(NAME), text());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(NAME), e);
        }
    }

    /** As YAML. */
    public String text() {
        StringBuilder text = new StringBuilder("intercept: ").append(intercept).append("\nmembers:\n");
        for (Member member : members) {
            text.append("  - {member: \"").append(member.member).append("\", weight: ").append(member.weight)
                    .append("}\n");
        }
        return text.toString();
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new ModelException("stack: " + message);
        }
    }
}
