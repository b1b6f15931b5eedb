package org.interphase.ui.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Rectangle;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.figure.FigureLayout;
import org.interphase.figure.FigureView;
import org.interphase.figure.Palette;
import org.interphase.figure.Pictures;
import org.interphase.figure.Scene;
import org.interphase.figure.Theme;
import org.interphase.model.figure.Figure;
import org.interphase.report.figure.FigurePdf;
import org.interphase.report.figure.FigurePng;
import org.interphase.report.figure.FigureSvg;

/**
 * What a canvas shows, to be written or copied in the colours of paper: one scene, painted as PNG, SVG or PDF. Writing
 * takes its time and needs no window.
 *
 * @param figure the figure
 * @param view what is in sight
 * @param fitted whether that is everything
 * @param width width of the page, in units of which an inch has 96
 * @param height height of the page
 * @param dotsPerInch pixels per inch of a PNG
 * @param theme sizes of letters and colours
 */
public record FigureExport(Figure figure, FigureView view, boolean fitted, double width, double height,
        int dotsPerInch, Theme theme) {

    private static final int FINE = 288;
    private static final double UNITS_PER_MILLIMETRE = 96 / 25.4;

    /** As large as on screen, three times as fine. */
    public static FigureExport of(FigureCanvas canvas) {
        Rectangle area = canvas.getClientArea();
        return new FigureExport(canvas.figure(), canvas.view(), canvas.isFitted(), area.width, area.height, FINE,
                Theme.export(canvas.palette().hues()));
    }

    /** The same on a page of another size, with the letters of a printed page. */
    public FigureExport sized(double widthMillimetres, double heightMillimetres, int dots) {
        return new FigureExport(figure, view, fitted, widthMillimetres * UNITS_PER_MILLIMETRE,
                heightMillimetres * UNITS_PER_MILLIMETRE, dots, Theme.page(Palette.LIGHT.with(theme.palette().hues())));
    }

    /** Width of the page in millimetres. */
    public double widthMillimetres() {
        return width / UNITS_PER_MILLIMETRE;
    }

    /** Height of the page in millimetres. */
    public double heightMillimetres() {
        return height / UNITS_PER_MILLIMETRE;
    }

    private Scene scene() {
        return new FigureLayout(theme, new Pictures()).scene(figure, view, fitted, width, height, "");
    }

    /** As a PNG file. */
    public byte[] png() throws IOException {
        return FigurePng.write(scene(), dotsPerInch);
    }

    /** As an SVG document. */
    public String svg() {
        return FigureSvg.write(scene(), figure.title());
    }

    /**
     * Writes it in the format of the file name's extension (png, svg, pdf).
     *
     * @throws IOException if the file cannot be written or the extension is another
     */
    public void write(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            AtomicFiles.write(file, png());
        } else if (name.endsWith(".svg")) {
            AtomicFiles.write(file, svg().getBytes(StandardCharsets.UTF_8));
        } else if (name.endsWith(".pdf")) {
            AtomicFiles.write(file, FigurePdf.write(scene()));
        } else {
            throw new IOException(NLS.bind(Messages.FigureExport_endings, file.getFileName()));
        }
    }
}
