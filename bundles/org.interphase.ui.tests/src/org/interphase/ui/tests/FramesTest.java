package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Panel;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many pictures a second are painted while a component is dragged, each of them another one. */
class FramesTest {

    private static final int MOVES = 120;
    private static final int LEAST = 3;
    private static final double TARGET = 30;
    private static final double NANOS = 1e9;

    @TempDir
    private Path folder;
    private int painted;
    private int different;
    private Figure last;

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    @Test
    void aDraggedComponentIsPaintedAnewAllTheWay() throws Exception {
        AnalysisEditor editor = Workbench.open(Samples.fluorine(folder.resolve("f1s.csv")));
        Workbench.use(editor, "xps/f1s-lif-cf2");
        Analysis a = editor.analysis().orElseThrow();
        Workbench.settle(500);
        Handle handle = a.result().orElseThrow().run().handles().stream().filter(h -> h.component().equals("CF2")
                && h.kind() == Handle.Kind.X).findFirst().orElseThrow();
        Control plot = editor.canvas().plotControl(Panel.MAIN);
        Listener paint = e -> {
            painted++;
            if (editor.canvas().figure() != last) {
                last = editor.canvas().figure();
                different++;
            }
        };
        plot.addListener(SWT.Paint, paint);
        Point at = local(editor, plot, handle.x(), handle.y());
        Point to = local(editor, plot, handle.x() - 1, handle.y());
        Workbench.mouse(plot, SWT.MouseDown, at, 1);
        painted = 0;
        different = 0;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long used = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        for (int i = 1; i <= MOVES; i++) {
            // as a mouse that reports about sixty times a second
            Workbench.mouse(plot, SWT.MouseMove, new Point(at.x + (to.x - at.x) * i / MOVES, at.y), 0);
            Workbench.settle(16);
        }
        double seconds = (System.nanoTime() - begin) / NANOS;
        double busy = (threads.getCurrentThreadCpuTime() - used) / NANOS;
        int frames = painted;
        int figures = different;
        Workbench.mouse(plot, SWT.MouseUp, to, 1);
        Workbench.waitForResult(a);
        plot.removeListener(SWT.Paint, paint);
        System.out.printf("frames while dragging a component: %.0f/s painted, %.0f/s of them another picture "
                + "(target %.0f/s); the window's thread takes %.0f ms of processor time for one%n", frames / seconds,
                figures / seconds, TARGET, 1000 * busy / Math.max(1, frames));
        // a loaded machine paints fewer; a picture that stands still while it is dragged is a fault on any
        assertTrue(figures >= LEAST, figures + " different pictures for " + MOVES + " moves");
    }

    private static Point local(AnalysisEditor editor, Control plot, double x, double y) {
        Point p = editor.canvas().toPixels(Panel.MAIN, x, y);
        return plot.getDisplay().map(editor.canvas(), plot, p.x, p.y);
    }
}
