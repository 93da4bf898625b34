package io.v11.ml.registry.canary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One way in which a folder of models can be damaged: a file and what stands in it instead.
 *
 * @param kind    in words
 * @param file    relative to the folder of models
 * @param content damaged
 */
record Corruption(String kind, Path file, byte[] content) {
    private static final String[] EDITS = {"family: |family: X", "mean: |mean: 1", "deviation: |deviation: 1",
        "clip: |clip: 1",
        "normalisation: \"|normalisation: \"N", "accuracy: 0|accuracy: 1", "output: 0|output: 1", "seed: |seed: 1",
        "method: \"IDENTITY\", |method: \"PLATT\", ", "plane: RAW|plane: NORMALISED", "name: \"|name: \"x"};

    /** Damage of every kind to every file of every model, at least {@code count}, the same for the same seed. */
    static List<Corruption> of(Path models, int count, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<Corruption> all = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> found = Files.walk(models)) {
            files = found.filter(Files::isRegularFile).filter(file -> models.relativize(file).getNameCount() == 3)
                    .sorted()
                    .toList();
        }
        int perFile = Math.ceilDiv(count, 3 * files.size());
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            Path name = models.relativize(file);
            for (int i = 0; i < perFile; i++) {
                all.add(flip(name, content, random));
                all.add(new Corruption("cut off", name, Arrays.copyOf(content, random.nextInt(content.length))));
                all.add(zeroed(name, content, random));
            }
            for (Path other : files) {
                // Models of equal inputs have equal distributions: no damage when exchanged.
                if (!other.equals(file) && other.getFileName().equals(file.getFileName())
                        && !Arrays.equals(content, Files.readAllBytes(other))) {
                    all.add(new Corruption("that of another model", name, Files.readAllBytes(other)));
                }
            }
            if (file.endsWith("manifest.yaml")) {
                edit(name, new String(content, StandardCharsets.UTF_8), all);
            }
        }
        return all;
    }

    static Corruption flip(Path name, byte[] content, SplittableRandom random) {
        byte[] damaged = content.clone();
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        return new Corruption("bit flipped", name, damaged);
    }

    static Corruption zeroed(Path name, byte[] content, SplittableRandom random) {
        byte[] damaged = content.clone();
        int from = random.nextInt(damaged.length);
        int to = Math.min(damaged.length, from + 1 + random.nextInt(4096));
        Arrays.fill(damaged, from, to, (byte) 0);
        // What was zero already is no damage.
        damaged[from] = (byte) (content[from] == 0 ? 1 : 0);
        return new Corruption("block zeroed", name, damaged);
    }

    /** What a hand or a merge might do: another width, a schema that is not the engine's, figures that flatter. */
    private static void edit(Path name, String text, List<Corruption> all) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size() && all.size() < 10_000; i += Math.max(1, lines.size() / 24)) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(i);
            all.add(new Corruption("a line lost", name,
                    (String.join("\n", fewer) + "\n").getBytes(StandardCharsets.UTF_8)));
            List<String> more = new ArrayList<>(lines);
            more.add(i, lines.get(i));
            all.add(new Corruption("a line twice", name,
                    (String.join("\n", more) + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        for (String edit : EDITS) {
            String[] words = edit.split("\\|", -1);
            for (int at = text.indexOf(words[0]), times = 0; at >= 0
                    && times < 4; at = text.indexOf(words[0], at + 1), times++) {
                String edited = text.substring(0, at) + words[1] + text.substring(at + words[0].length());
                all.add(new Corruption("edited " + words[0].strip(), name, edited.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }
}
