package org.interphase.ui.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Panel;
import org.interphase.report.figure.FigureSvg;
import org.interphase.report.figure.Palette;

/** Writes what a canvas shows to a file: PNG painted at a scale, SVG by the renderer the report uses, PDF by SWT. */
public final class FigureExport {

    private static final int PNG_SCALE = 3;
    private static final int WIDTH = 640;

    private FigureExport() {
    }

    /**
     * Writes the figure in sight, in the format of the file name's extension (png, svg, pdf), in the colours of paper.
     *
     * @throws IOException if the file cannot be written or the extension is another
     */
    public static void write(FigureCanvas canvas, Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        Rectangle area = canvas.getClientArea();
        if (name.endsWith(".png")) {
            Files.write(file, png(canvas, area.width, area.height, PNG_SCALE, Palette.LIGHT));
        } else if (name.endsWith(".svg")) {
            double height = WIDTH * (double) area.height / area.width;
            String svg = new FigureSvg(Palette.LIGHT).write(inSight(canvas), WIDTH, height, "");
            Files.writeString(file, svg, StandardCharsets.UTF_8);
        } else if (name.endsWith(".pdf")) {
            PdfExport.write(canvas, file, area);
        } else {
            throw new IOException("a figure is written as .png, .svg or .pdf, not as " + file.getFileName());
        }
    }

    /** The figure with its axes set to what is in sight. */
    static Figure inSight(FigureCanvas canvas) {
        Figure f = canvas.figure();
        return new Figure(f.id(), f.title(), f.caption(), f.panels().stream().map(p -> {
            PanelView v = canvas.view().of(p);
            return new Panel(p.id(), p.x().range(v.x().min(), v.x().max()), p.y().range(v.y().min(), v.y().max()),
                    p.layers(), p.weight(), p.equalScale(), p.legend());
        }).toList(), f.sharedX());
    }

    /** The figure in sight as PNG. */
    public static byte[] png(FigureCanvas canvas, int width, int height, int scale, Palette palette) {
        Image image = new Image(canvas.getDisplay(), width * scale, height * scale);
        GC gc = new GC(image);
        gc.setAdvanced(true);
        Transform t = new Transform(canvas.getDisplay());
        t.scale(scale, scale);
        gc.setTransform(t);
        canvas.paintInto(gc, new Rectangle(0, 0, width, height), palette);
        t.dispose();
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData(100)};
        image.dispose();
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        loader.save(out, SWT.IMAGE_PNG);
        return out.toByteArray();
    }
}
