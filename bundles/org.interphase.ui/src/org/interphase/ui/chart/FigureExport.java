package org.interphase.ui.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.interphase.figure.Scene;
import org.interphase.figure.Theme;
import org.interphase.report.figure.FigurePdf;
import org.interphase.report.figure.FigurePng;
import org.interphase.report.figure.FigureSvg;

/** Writes what a canvas shows to a file: one scene, painted as PNG, SVG or PDF. */
public final class FigureExport {

    private static final int DOTS_PER_INCH = 288;

    private FigureExport() {
    }

    /**
     * Writes the figure in sight, in the format of the file name's extension (png, svg, pdf), in the colours of paper.
     *
     * @throws IOException if the file cannot be written or the extension is another
     */
    public static void write(FigureCanvas canvas, Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        Scene scene = canvas.scene(Theme.export());
        if (name.endsWith(".png")) {
            Files.write(file, FigurePng.write(scene, DOTS_PER_INCH));
        } else if (name.endsWith(".svg")) {
            Files.writeString(file, FigureSvg.write(scene, canvas.figure().title()), StandardCharsets.UTF_8);
        } else if (name.endsWith(".pdf")) {
            Files.write(file, FigurePdf.write(scene));
        } else {
            throw new IOException("a figure is written as .png, .svg or .pdf, not as " + file.getFileName());
        }
    }
}
