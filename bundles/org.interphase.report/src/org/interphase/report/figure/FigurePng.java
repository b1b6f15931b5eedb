package org.interphase.report.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.interphase.figure.Scene;

/** Draws a resolved figure as pixels: what {@link FigurePdf} draws, at a resolution. */
public final class FigurePng {

    private FigurePng() {
    }

    /**
     * A PNG file.
     *
     * @param dotsPerInch pixels per inch, of which a scene has 96 units
     * @throws IOException if it cannot be made
     */
    public static byte[] write(Scene scene, int dotsPerInch) throws IOException {
        try (PDDocument document = Loader.loadPDF(FigurePdf.write(scene))) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch, ImageType.RGB);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        }
    }
}
