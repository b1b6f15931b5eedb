package org.interphase.ui.chart;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.printing.PDFDocument;
import org.interphase.report.figure.Palette;

/** Writes a figure as one page of vector PDF. */
final class PdfExport {

    /** Points per screen pixel. */
    private static final double POINTS = 0.75;

    private PdfExport() {
    }

    static void write(FigureCanvas canvas, Path file, Rectangle area) throws IOException {
        int width = (int) Math.round(area.width * POINTS);
        int height = (int) Math.round(area.height * POINTS);
        PDFDocument document;
        try {
            document = new PDFDocument(file.toString(), width, height);
        } catch (org.eclipse.swt.SWTException | org.eclipse.swt.SWTError e) {
            throw new IOException("cannot write " + file.getFileName() + ": " + e.getMessage(), e);
        }
        try {
            Fonts fonts = new Fonts(document);
            GC gc = new GC(document);
            new FigurePainter(fonts, new PictureCache()).paintAll(gc, canvas.figure(),
                    new Rectangle(0, 0, width, height), canvas.view(), canvas.isFitted(), Palette.LIGHT);
            gc.dispose();
            fonts.dispose();
        } finally {
            document.dispose();
        }
    }
}
