package org.interphase.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A watchdog over the window's thread: how long it took for one event at most, per test, and what it was doing then.
 * The aim is {@value #AIM_MILLIS} ms; what the machine does besides is no fault of the window, so a test fails where
 * one event took more than {@value #BOUND_MILLIS} ms of the thread's own processor time.
 */
final class Stalls implements BeforeEachCallback, AfterEachCallback {

    static final long AIM_MILLIS = 100;
    static final long BOUND_MILLIS = 1000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Stalls WATCH = new Stalls();
    private volatile long since;
    private volatile String doing = "";
    private long wall;
    private long cpu;
    private String worst = "";

    static {
        Thread sampler = new Thread(WATCH::sample, "samples what stalls the window");
        sampler.setDaemon(true);
        sampler.start();
    }

    /** Handles one event of the window and takes its time. */
    static boolean dispatch(Display display) {
        return WATCH.handle(display);
    }

    private boolean handle(Display display) {
        long from = System.nanoTime();
        long used = THREADS.getCurrentThreadCpuTime();
        doing = "";
        since = from;
        boolean any = display.readAndDispatch();
        since = 0;
        long took = (System.nanoTime() - from) / 1_000_000;
        if (took > wall) {
            wall = took;
            worst = doing;
        }
        cpu = Math.max(cpu, (THREADS.getCurrentThreadCpuTime() - used) / 1_000_000);
        return any;
    }

    private void sample() {
        Thread ui = Display.getDefault().getThread();
        while (true) {
            try {
                Thread.sleep(AIM_MILLIS / 2);
            } catch (InterruptedException e) {
                return;
            }
            long begun = since;
            if (begun != 0 && System.nanoTime() - begun > AIM_MILLIS * 1_000_000 && doing.isEmpty()) {
                String frames = Arrays.stream(ui.getStackTrace())
                        .filter(f -> f.getClassName().startsWith("org.interphase.")
                                && !f.getClassName().startsWith("org.interphase.ui.tests"))
                        .limit(2).map(f -> f.getClassName().replaceAll(".*\\.", "") + "." + f.getMethodName())
                        .reduce((a, b) -> a + " < " + b).orElse("the platform");
                doing = since == begun ? frames : "";
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        WATCH.wall = 0;
        WATCH.cpu = 0;
        WATCH.worst = "";
    }

    @Override
    public void afterEach(ExtensionContext context) {
        String task = context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName();
        String line = String.format(java.util.Locale.ROOT, "longest stall %5d ms (%5d ms of processor time)  %s%s",
                WATCH.wall, WATCH.cpu, task, WATCH.worst.isEmpty() ? "" : "  in " + WATCH.worst);
        System.out.println(line);
        if (WATCH.cpu > BOUND_MILLIS) {
            throw new AssertionError("the window stood still: " + line);
        }
    }
}
