package io.v11.ml.registry;

import java.util.List;

import io.v11.ml.Model;
import io.v11.ml.drift.DriftReference;

/**
 * A model that passed every check, with what is known of it.
 *
 * @param manifest       what it says of itself
 * @param manifestSha256 identifies the version to the byte, for journal and reports
 * @param model          ready to score; closed by whoever loaded it
 * @param notes          one line per check that a report should show
 * @param drift          what its features looked like on the training range; watches nothing when it brings no such file
 */
public record LoadedModel(ModelManifest manifest, String manifestSha256, Model model, List<String> notes,
        DriftReference drift) {
    public LoadedModel {
        notes = List.copyOf(notes);
    }
}
