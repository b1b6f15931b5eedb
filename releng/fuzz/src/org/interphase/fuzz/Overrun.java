package org.interphase.fuzz;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** Watches one thread at work on one file after another, and says when one of them takes too much processor time. */
final class Overrun {

    private static final long EVERY = 500;
    private static final int PATIENCE = 6;

    private final long worker = Thread.currentThread().threadId();
    private final long limit;
    private Runnable told;
    private long began;
    private long since;

    /**
     * A watch over the calling thread.
     *
     * @param seconds of processor time
     */
    Overrun(double seconds) {
        this.limit = (long) (seconds * 1e9);
        Thread thread = new Thread(this::watch, "overrun");
        thread.setDaemon(true);
        thread.start();
    }

    /** A file begins; {@code told} is called, in another thread, if it takes too long. */
    synchronized void begin(Runnable tell) {
        began = time();
        since = System.nanoTime();
        told = tell;
    }

    /** The file has ended. */
    synchronized void end() {
        told = null;
    }

    private long time() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(worker);
    }

    private synchronized void look() {
        // a library may work in threads of its own while this one waits
        if (told != null && (time() - began > limit || System.nanoTime() - since > PATIENCE * limit)) {
            told.run();
            told = null;
        }
    }

    private void watch() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(EVERY);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
