package io.v11.ml.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.v11.ml.ModelException;
import io.v11.ml.Sha256;
import io.v11.ml.drift.DistributionFile;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.registry.ModelManifest.ModelFile;

/**
 * What lies in a model's folder, every digest verified before a parser sees a byte: what was verified is what is parsed. Cold path.
 *
 * @param home           the folder
 * @param manifest       that of the asked-for id, with its seal
 * @param manifestSha256 of the manifest's file
 * @param contents       of the manifest's files, the model file first
 */
record ModelFiles(Path home, ModelManifest manifest, String manifestSha256, List<byte[]> contents) {

    /** Reads all files of a model. */
    static ModelFiles read(Path folder, String id) {
        Path home = home(folder, id);
        byte[] text = content(home.resolve(ManifestFile.NAME), id);
        ModelManifest manifest = manifest(home, text, id);
        return new ModelFiles(home, manifest, Sha256.hex(text), verified(home, manifest));
    }

    /** The manifest alone. */
    static ModelManifest manifest(Path folder, String id) {
        Path home = home(folder, id);
        return manifest(home, content(home.resolve(ManifestFile.NAME), id), id);
    }

    /** SHA-256 of the manifest's file. */
    static String manifestSha256(Path folder, String id) {
        return Sha256.hex(content(home(folder, id).resolve(ManifestFile.NAME), id));
    }

    /** The model file. */
    byte[] model() {
        return contents.getFirst();
    }

    /** Where the model file is, for messages. */
    String modelSource() {
        return manifest.id() + "/" + manifest.files().getFirst().name();
    }

    /** The distribution that the model brings; watches nothing when it brings none. */
    DriftReference drift() {
        for (int i = 1; i < contents.size(); i++) {
            if (manifest.files().get(i).name().equals(DistributionFile.NAME)) {
                return DistributionFile.parse(home.resolve(DistributionFile.NAME).toString(),
                        new String(contents.get(i), StandardCharsets.UTF_8));
            }
        }
        return DriftReference.NONE;
    }

    private static Path home(Path folder, String id) {
        String[] words = id.split("/", -1);
        if (words.length != 2 || !ModelManifest.isWord(words[0]) || !ModelManifest.isWord(words[1])) {
            throw new ModelException("model '" + id + "' must be written name/version");
        }
        return folder.resolve(words[0]).resolve(words[1]);
    }

    private static ModelManifest manifest(Path home, byte[] bytes, String id) {
        Path file = home.resolve(ManifestFile.NAME);
        String text = new String(bytes, StandardCharsets.UTF_8);
        ManifestSeal.require(file.toString(), bytes);
        ModelManifest manifest = ManifestFile.parse(file.toString(), text);
        if (!manifest.id().equals(id)) {
            throw new ModelException(home + ": the manifest is of " + manifest.id() + ", must be of " + id
                    + "; a version must not be copied under another name");
        }
        return manifest;
    }

    private static List<byte[]> verified(Path home, ModelManifest manifest) {
        List<byte[]> contents = new ArrayList<>();
        for (ModelFile file : manifest.files()) {
            byte[] content = content(home.resolve(file.name()), manifest.id());
            String found = Sha256.hex(content);
            if (!found.equals(file.sha256())) {
                throw new ModelException("model " + manifest.id() + ": " + home.resolve(file.name()) + " has SHA-256 "
                        + found + ", the manifest says " + file.sha256()
                        + "; the file is damaged or was changed, fetch or train the model again");
            }
            contents.add(content);
        }
        return contents;
    }

    private static byte[] content(Path file, String id) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelException("model " + id + ": cannot read " + file + "; fetch or train the model", e);
        }
    }
}
