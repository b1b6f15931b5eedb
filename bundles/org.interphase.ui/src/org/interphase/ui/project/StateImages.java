package org.interphase.ui.project;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Display;
import org.interphase.engine.project.FileState;
import org.interphase.ui.theme.Looks;

/**
 * Small pictures of the project's column, painted at whatever scale the screen has: how a file stands (told by shape
 * and not by colour alone) and the colour of a sample.
 */
public final class StateImages {

    private static final int SIZE = 16;
    private final Display display;
    private final Map<String, Image> made = new HashMap<>();

    /** Painted in shapes and colours. */
    private interface Painter {
        void paint(GC gc);
    }

    /** Pictures for a display. */
    public StateImages(Display display) {
        this.display = display;
    }

    /** How a file stands. */
    public Image state(FileState.State state, Looks looks) {
        return made.computeIfAbsent(state + "" + looks.dark(), k -> image(gc -> state(gc, state, looks)));
    }

    private static void state(GC gc, FileState.State state, Looks looks) {
        gc.setLineWidth(2);
        gc.setLineCap(SWT.CAP_ROUND);
        switch (state) {
            case NOT_RUN -> {
                gc.setForeground(looks.muted());
                gc.setLineWidth(1);
                gc.drawOval(4, 4, 8, 8);
            }
            case SOUND -> {
                gc.setForeground(new Color(looks.dark() ? 0x2f : 0x00, looks.dark() ? 0xc9 : 0x79,
                        looks.dark() ? 0x9a : 0x5a));
                gc.drawPolyline(new int[] {3, 8, 7, 12, 13, 4});
            }
            case DOUBTFUL -> {
                gc.setForeground(looks.warning());
                gc.drawPolyline(new int[] {5, 5, 7, 3, 10, 4, 11, 6, 8, 9, 8, 10});
                gc.drawLine(8, 13, 8, 13);
            }
            case STALE -> {
                gc.setForeground(looks.warning());
                gc.drawArc(3, 3, 10, 10, 40, 290);
                gc.drawPolyline(new int[] {12, 2, 12, 6, 8, 6});
            }
            case FAILED -> {
                gc.setForeground(looks.bad());
                gc.drawLine(4, 4, 12, 12);
                gc.drawLine(12, 4, 4, 12);
            }
        }
    }

    /** The colour 0xRRGGBB of a sample. */
    public Image colour(int rgb) {
        return made.computeIfAbsent("colour " + rgb, k -> image(gc -> {
            gc.setBackground(new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
            gc.fillRoundRectangle(3, 3, 10, 10, 4, 4);
        }));
    }

    private Image image(Painter painter) {
        ImageDataProvider at = zoom -> {
            int pixels = SIZE * zoom / 100;
            ImageData clear = new ImageData(pixels, pixels, 32, new PaletteData(0xff00, 0xff0000, 0xff000000));
            clear.alphaData = new byte[pixels * pixels];
            Image canvas = new Image(display, clear);
            GC gc = new GC(canvas);
            gc.setAntialias(SWT.ON);
            Transform scale = new Transform(display);
            scale.scale(zoom / 100f, zoom / 100f);
            gc.setTransform(scale);
            painter.paint(gc);
            scale.dispose();
            gc.dispose();
            ImageData data = canvas.getImageData(100);
            canvas.dispose();
            return data;
        };
        return new Image(display, at);
    }

    /** Forgets all pictures. */
    public void dispose() {
        made.values().forEach(Image::dispose);
        made.clear();
    }
}
