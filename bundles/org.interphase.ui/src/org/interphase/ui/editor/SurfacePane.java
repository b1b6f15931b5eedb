package org.interphase.ui.editor;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.figure.Palette;
import org.interphase.figure.SurfaceCamera;
import org.interphase.figure.SurfaceMesh;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.unit.Numbers;
import org.interphase.ui.chart.SurfaceCanvas;
import org.interphase.ui.session.DiskJob;

/** In place of a picture of heights: the same heights as a surface that turns, in the same colours. */
final class SurfacePane {

    /** Steps of the slider; each stretches heights by the same factor. */
    private static final int STEPS = 100;
    /** Largest and smallest stretching, as factor of the first look. */
    private static final double WIDEST = 20;

    private final Composite pane;
    private final SurfaceCanvas canvas;
    private final Scale stretch;
    private final Label factor;
    private Layer.Picture shown;
    private double first = 1;

    SurfacePane(Composite parent, Consumer<String> problem, Supplier<String> name) {
        pane = new Composite(parent, SWT.NONE);
        GridLayout g = new GridLayout(4, false);
        g.marginWidth = 0;
        g.marginHeight = 0;
        pane.setLayout(g);
        GridData d = new GridData(SWT.FILL, SWT.FILL, true, true);
        d.exclude = true;
        pane.setLayoutData(d);
        pane.setVisible(false);
        canvas = new SurfaceCanvas(pane);
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 4, 1));
        canvas.setData("interphase.id", "surface");
        new Label(pane, SWT.NONE).setText("  " + Messages.SurfacePane_stretch);
        stretch = new Scale(pane, SWT.HORIZONTAL);
        stretch.setMaximum(STEPS);
        stretch.setSelection(STEPS / 2);
        stretch.setData("interphase.id", "stretch");
        // over the surface itself it would cover what turns
        stretch.setToolTipText(Messages.SurfacePane_tip);
        GridData s = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        s.widthHint = 160;
        stretch.setLayoutData(s);
        factor = new Label(pane, SWT.NONE);
        GridData f = new GridData(SWT.FILL, SWT.CENTER, true, false);
        factor.setLayoutData(f);
        Button save = new Button(pane, SWT.PUSH);
        save.setText(Messages.SurfacePane_save);
        save.setToolTipText(Messages.SurfacePane_saveTip);
        save.addListener(SWT.Selection, e -> {
            byte[] png = canvas.png();
            SaveDialogs.ask(pane.getShell(), SaveDialogs.Kind.FIGURE, Messages.SurfacePane_title, name.get() + ".png",
                    "*.png").ifPresent(path -> DiskJob.run(Messages.SurfacePane_title, pane.getDisplay(),
                            () -> AtomicFiles.write(path, png),
                            why -> problem.accept(NLS.bind(Messages.SurfacePane_notSaved, why))));
        });
        stretch.addListener(SWT.Selection, e -> {
            if (canvas.camera() != null) {
                canvas.look(canvas.camera().stretched(first * Math.pow(WIDEST, 2.0 * stretch.getSelection() / STEPS
                        - 1)));
            }
        });
        canvas.onTurned(this::follow);
    }

    /** The heights of a figure that can be seen from the side: a map of lengths over lengths, in colours. */
    static Optional<Layer.Picture> heights(Figure figure) {
        return figure.panels().stream().flatMap(p -> p.layers().stream()).filter(Layer.Picture.class::isInstance)
                .map(Layer.Picture.class::cast).findFirst().filter(p -> p.colours().needsKey()
                        && SurfaceMesh.suits(p.raster()));
    }

    void setPalette(Palette palette) {
        canvas.setPalette(palette);
    }

    private void follow() {
        double now = canvas.camera().exaggeration();
        stretch.setSelection((int) Math.clamp(Math.round(STEPS * (Math.log(now / first) / Math.log(WIDEST) + 1) / 2), 0,
                STEPS));
        factor.setText(NLS.bind(Messages.SurfacePane_times, Numbers.plain(now, 3)));
    }

    /** Shows heights; what was looked at stays where the same ones are shown again. */
    void show(Layer.Picture heights) {
        if (shown != null && shown.raster() == heights.raster() && shown.colours() == heights.colours()) {
            return;
        }
        shown = heights;
        Display display = pane.getDisplay();
        Job.createSystem(Messages.SurfacePane_prepare, (ICoreRunnable) m -> {
            SurfaceMesh mesh = SurfaceMesh.of(heights.raster(), SurfaceMesh.MOST);
            double scale = heights.raster().unit().scaleTo(heights.raster().calibration().unit());
            double low = Double.isNaN(heights.low()) ? mesh.lowest() : heights.low() * scale;
            double high = Double.isNaN(heights.high()) ? mesh.highest() : heights.high() * scale;
            display.asyncExec(() -> {
                if (!canvas.isDisposed() && shown == heights) {
                    first = SurfaceCamera.first(mesh).exaggeration();
                    canvas.show(mesh, heights.colours(), low, high);
                }
            });
        }).schedule();
    }

    /** Whether it is there in place of the picture. */
    boolean appear(boolean on, Composite instead) {
        GridData d = (GridData) pane.getLayoutData();
        if (d.exclude == on) {
            d.exclude = !on;
            pane.setVisible(on);
            ((GridData) instead.getLayoutData()).exclude = on;
            instead.setVisible(!on);
            pane.getParent().layout(true, true);
        }
        return on;
    }
}
