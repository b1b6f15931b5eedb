package org.interphase.cli;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.interphase.engine.batch.BatchWatch;

/**
 * Shows on standard error how far a batch is: on a terminal one line that is overwritten, with rate and time left;
 * elsewhere a plain line now and then.
 */
final class ProgressBar implements BatchWatch {

    private static final int WIDTH = 30;
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long LINE_NANOS = 5_000_000_000L;

    private final Console console;
    private final boolean wanted;
    private final LongSupplier nanos;
    private final long start;
    private int total;
    private int done;
    private int failed;
    private long last;
    private boolean drawn;

    ProgressBar(Console console, int total, boolean shown, LongSupplier nanos) {
        this.console = console;
        this.total = total;
        this.wanted = shown;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.last = start;
    }

    @Override
    public synchronized void planned(int tasks) {
        total = tasks;
    }

    @Override
    public synchronized void done(boolean ok) {
        done++;
        failed += ok ? 0 : 1;
        long now = nanos.getAsLong();
        if (!wanted || total < 2 || done < total
                && now - last < (console.interactive() ? TERMINAL_NANOS : LINE_NANOS)) {
            return;
        }
        last = now;
        String text = text(now);
        if (console.interactive()) {
            console.err().print("\r\u001b[K" + text);
            drawn = true;
        } else {
            console.err().println(text);
        }
        if (done == total) {
            clear();
        }
    }

    /** Removes the bar so that other lines can be written. */
    synchronized void clear() {
        if (drawn) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            drawn = false;
        }
    }

    private String text(long now) {
        double seconds = Math.max(1e-9, (now - start) / 1e9);
        double rate = done / seconds;
        int filled = (int) ((long) WIDTH * done / total);
        String bar = console.interactive() ? "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " : "";
        return bar + String.format(Locale.ROOT, "%d/%d, %.3g/s, %s left%s", done, total, rate,
                time((total - done) / rate), failed == 0 ? "" : ", " + failed + " failed");
    }

    private static String time(double seconds) {
        long s = (long) Math.ceil(seconds);
        return s >= 3600 ? String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
    }
}
