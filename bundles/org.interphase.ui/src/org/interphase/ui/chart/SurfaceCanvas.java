package org.interphase.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.interphase.figure.Palette;
import org.interphase.figure.SurfaceCamera;
import org.interphase.figure.SurfaceMesh;
import org.interphase.figure.SurfacePainter;
import org.interphase.figure.SurfacePicture;
import org.interphase.model.figure.Layer;

/**
 * A surface that turns: dragging rotates it, the wheel brings it nearer, the wheel with Shift stretches heights, a
 * double click goes back to the first look; arrow keys turn, + and - bring nearer, Home goes back.
 */
public final class SurfaceCanvas extends Canvas {

    private static final double PER_PIXEL = 0.008;
    private static final double PER_KEY = 0.1;
    private static final double PER_NOTCH = 1.15;
    private static final PaletteData RGB_BITS = new PaletteData(0xff0000, 0xff00, 0xff);

    private SurfaceMesh mesh;
    private SurfaceCamera camera;
    private Layer.ColourMap colours = Layer.ColourMap.VIRIDIS;
    private double low;
    private double high;
    private Palette palette = Palette.LIGHT;
    private Point dragged;
    private Runnable turned = () -> { };

    /** An empty one. */
    public SurfaceCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        addListener(SWT.Paint, e -> paint(e.gc));
        addListener(SWT.Resize, e -> redraw());
        addListener(SWT.MouseDown, e -> {
            forceFocus();
            dragged = e.button == 1 ? new Point(e.x, e.y) : null;
        });
        addListener(SWT.MouseUp, e -> dragged = null);
        addListener(SWT.MouseMove, this::drag);
        addListener(SWT.MouseDoubleClick, e -> reset());
        addListener(SWT.MouseWheel, this::wheel);
        addListener(SWT.KeyDown, this::key);
        // so that arrows come here and Tab goes on
        addListener(SWT.Traverse, e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT
                || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    /** Calls back when it is seen from elsewhere. */
    public void onTurned(Runnable then) {
        turned = then;
    }

    /**
     * Shows a surface; a camera stays where the same surface is shown in other colours.
     *
     * @param low height drawn darkest, in the unit of the mesh's lengths
     * @param high height drawn brightest
     */
    public void show(SurfaceMesh next, Layer.ColourMap map, double low, double high) {
        mesh = next;
        colours = map;
        this.low = low;
        this.high = high;
        reset();
    }

    /** Colours of a theme. */
    public void setPalette(Palette next) {
        palette = next;
        redraw();
    }

    /** From where it is seen; null before there is anything. */
    public SurfaceCamera camera() {
        return camera;
    }

    /** Goes back to the first look. */
    public void reset() {
        if (mesh != null) {
            look(SurfaceCamera.first(mesh));
        }
    }

    /** Looks from elsewhere. */
    public void look(SurfaceCamera next) {
        camera = next;
        redraw();
        turned.run();
    }

    private void drag(Event e) {
        if (dragged != null && camera != null) {
            look(camera.turned((dragged.x - e.x) * PER_PIXEL, (e.y - dragged.y) * PER_PIXEL));
            dragged = new Point(e.x, e.y);
        }
    }

    private void wheel(Event e) {
        if (camera != null) {
            double factor = Math.pow(PER_NOTCH, Math.signum(e.count));
            look((e.stateMask & SWT.SHIFT) != 0 ? camera.stretched(camera.exaggeration() * factor)
                    : camera.nearer(factor));
            e.doit = false;
        }
    }

    private void key(Event e) {
        if (camera == null) {
            return;
        }
        switch (e.keyCode) {
            case SWT.ARROW_LEFT -> look(camera.turned(PER_KEY, 0));
            case SWT.ARROW_RIGHT -> look(camera.turned(-PER_KEY, 0));
            case SWT.ARROW_UP -> look(camera.turned(0, PER_KEY));
            case SWT.ARROW_DOWN -> look(camera.turned(0, -PER_KEY));
            case SWT.HOME -> reset();
            default -> {
                if (e.character == '+' || e.character == '-') {
                    look(camera.nearer(e.character == '+' ? PER_NOTCH : 1 / PER_NOTCH));
                }
            }
        }
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        draw(gc, area.width, area.height);
    }

    private void draw(GC gc, int w, int h) {
        if (mesh == null || w < 1 || h < 1) {
            return;
        }
        SurfacePicture p = SurfacePainter.paint(mesh, camera, colours, low, high, w, h, palette);
        ImageData data = new ImageData(w, h, 24, RGB_BITS);
        int[] row = new int[w];
        for (int y = 0; y < h; y++) {
            p.row(y, row);
            data.setPixels(0, y, w, row, 0);
        }
        Image image = new Image(getDisplay(), data);
        gc.drawImage(image, 0, 0);
        image.dispose();
        int ink = palette.ink();
        gc.setForeground(new Color(new RGB(ink >> 16 & 0xff, ink >> 8 & 0xff, ink & 0xff)));
        gc.setAntialias(SWT.ON);
        for (SurfacePicture.Line l : p.lines()) {
            gc.drawLine((int) Math.round(l.x0()), (int) Math.round(l.y0()), (int) Math.round(l.x1()),
                    (int) Math.round(l.y1()));
        }
        for (SurfacePicture.Text t : p.texts()) {
            Point size = gc.textExtent(t.text());
            gc.drawText(t.text(), (int) Math.round(t.x() - size.x / 2.0), (int) Math.round(t.y() - size.y / 2.0), true);
        }
    }

    /** The picture as it stands, as PNG. */
    public byte[] png() {
        Rectangle area = getClientArea();
        Image image = new Image(getDisplay(), Math.max(1, area.width), Math.max(1, area.height));
        GC gc = new GC(image);
        gc.setFont(getFont());
        draw(gc, area.width, area.height);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        image.dispose();
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        loader.save(out, SWT.IMAGE_PNG);
        return out.toByteArray();
    }
}
