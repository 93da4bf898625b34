package io.v11.app;

import java.io.PrintStream;

/** Progress of long work: a bar that redraws itself on a terminal, a plain line every tenth elsewhere. */
final class ProgressBar {
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final String what;
    private final boolean terminal;
    private int lastTenth = -1;
    private int lastPercent = -1;

    ProgressBar(PrintStream out, String what) {
        this.out = out;
        this.what = what;
        this.terminal = System.console() != null && System.console().isTerminal();
    }

    void update(long done, long total) {
        int percent = total <= 0 ? 100 : (int) Math.min(100, done * 100 / total);
        if (terminal) {
            draw(percent);
        } else if (percent / 10 != lastTenth) {
            lastTenth = percent / 10;
            out.println(what + " " + percent + " %");
        }
    }

    private void draw(int percent) {
        if (percent == lastPercent) {
            return;
        }
        lastPercent = percent;
        int filled = percent * WIDTH / 100;
        out.print("\r" + what + " [" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + percent + " %");
        if (percent == 100) {
            out.println();
        }
        out.flush();
    }
}
