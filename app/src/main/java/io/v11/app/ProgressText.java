package io.v11.app;

import java.io.PrintWriter;
import java.util.Locale;

import io.v11.training.progress.TrainingListener;

/** Progress of long work as plain lines: one for every tenth of a step. Confined to one thread at a time. */
final class ProgressText implements TrainingListener {
    private final PrintWriter out;
    private String lastStep = "";
    private long lastTenth = -1;

    ProgressText(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void onProgress(String step, long done, long total, long remainingNs) {
        long tenth = total == 0 ? 0 : done * 10 / total;
        if (!step.equals(lastStep) || tenth != lastTenth) {
            lastStep = step;
            lastTenth = tenth;
            out.println(step + (total == 0 ? "" : String.format(Locale.ROOT, " %d %%", done * 100 / total))
                    + (remainingNs < 0 ? "" : String.format(Locale.ROOT, ", %.0f s left", remainingNs / 1e9)));
            out.flush();
        }
    }

    @Override
    public void onText(String line) {
        out.println(line);
        out.flush();
    }
}
