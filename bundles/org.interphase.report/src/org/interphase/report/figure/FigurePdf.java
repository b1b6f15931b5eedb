package org.interphase.report.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.interphase.figure.Box;
import org.interphase.figure.Mark;
import org.interphase.figure.Scene;
import org.interphase.figure.Typeface;
import org.interphase.figure.Typeset;
import org.interphase.model.figure.Style;

/** Draws a resolved figure as one PDF page: vectors stay vectors, texts stay texts in embedded fonts. */
public final class FigurePdf implements AutoCloseable {

    /** Points per CSS px. */
    static final float SCALE = 0.75f;
    private static final double CIRCLE = 0.5522847498;

    private final PDDocument document = new PDDocument();
    private final PDFont regular;
    private final PDFont bold;
    private final Scene scene;
    private PDPageContentStream out;

    private FigurePdf(Scene scene) throws IOException {
        this.scene = scene;
        NoMachineFonts.install();
        regular = load(Typeface.REGULAR);
        bold = load(Typeface.BOLD);
    }

    private PDFont load(Typeface face) throws IOException {
        try (InputStream in = face.open()) {
            return PDType0Font.load(document, in, true);
        }
    }

    /**
     * A PDF document of one page as large as the figure.
     *
     * @throws IOException if it cannot be made
     */
    public static byte[] write(Scene scene) throws IOException {
        try (FigurePdf pdf = new FigurePdf(scene)) {
            return pdf.bytes();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private byte[] bytes() throws IOException {
        PDPage page = new PDPage(new PDRectangle((float) scene.width() * SCALE, (float) scene.height() * SCALE));
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            out = stream;
            // page units run downwards from the top left
            out.transform(new Matrix(SCALE, 0, 0, -SCALE, 0, (float) scene.height() * SCALE));
            for (Scene.Plot plot : scene.plots()) {
                out.saveGraphicsState();
                Box b = plot.frame().area();
                out.addRect((float) b.left(), (float) b.top(), (float) b.width(), (float) b.height());
                out.clip();
                marks(plot.marks());
                out.restoreGraphicsState();
            }
            marks(scene.around());
        }
        Calendar epoch = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        epoch.setTimeInMillis(0);
        document.getDocumentInformation().setCreationDate(epoch);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private void marks(List<Mark> marks) throws IOException {
        for (Mark mark : marks) {
            out.saveGraphicsState();
            switch (mark) {
                case Mark.Path p -> path(p);
                case Mark.Symbols s -> symbols(s);
                case Mark.Image i -> image(i);
                case Mark.Text t -> text(t);
            }
            out.restoreGraphicsState();
        }
    }

    private static float part(int rgb, int shift) {
        return (rgb >> shift & 0xff) / 255f;
    }

    private void stroke(Mark.Pen pen) throws IOException {
        out.setStrokingColor(part(pen.rgb(), 16), part(pen.rgb(), 8), part(pen.rgb(), 0));
        out.setLineWidth((float) pen.width());
        out.setLineJoinStyle(1);
        float[] pattern = new float[pen.dash().length];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = (float) pen.dash()[i];
        }
        out.setLineDashPattern(pattern, 0);
        if (pen.opacity() < 1) {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setStrokingAlphaConstant((float) pen.opacity());
            out.setGraphicsStateParameters(state);
        }
    }

    private void fill(int rgb, double opacity) throws IOException {
        out.setNonStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
        if (opacity < 1) {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) opacity);
            out.setGraphicsStateParameters(state);
        }
    }

    private void paint(boolean filled, boolean stroked) throws IOException {
        if (filled && stroked) {
            out.fillAndStroke();
        } else if (filled) {
            out.fill();
        } else if (stroked) {
            out.stroke();
        }
    }

    private void path(Mark.Path p) throws IOException {
        boolean filled = p.fill().opacity() > 0;
        boolean stroked = p.pen().opacity() > 0;
        if (filled) {
            fill(p.fill().rgb(), p.fill().opacity());
        }
        if (stroked) {
            stroke(p.pen());
        }
        boolean pen = false;
        boolean any = false;
        for (int i = 0; i < p.x().length && (filled || stroked); i++) {
            boolean here = Double.isFinite(p.x()[i]) && Double.isFinite(p.y()[i]);
            if (!here && pen && p.closed()) {
                out.closePath();
            } else if (here && pen) {
                out.lineTo((float) p.x()[i], (float) p.y()[i]);
            } else if (here) {
                out.moveTo((float) p.x()[i], (float) p.y()[i]);
                any = true;
            }
            pen = here;
        }
        if (pen && p.closed()) {
            out.closePath();
        }
        if (any) {
            paint(filled, stroked);
        }
    }

    private void symbols(Mark.Symbols s) throws IOException {
        if (s.filled()) {
            fill(s.colour(), s.opacity());
        } else {
            stroke(new Mark.Pen(s.colour(), Mark.Symbols.LINE, new double[0], s.opacity()));
        }
        double[] d = s.corners();
        boolean any = false;
        for (int i = 0; i < s.x().length && s.symbol() != Style.Symbol.NONE; i++) {
            if (!Double.isNaN(s.x()[i] + s.y()[i])) {
                any = true;
                symbol(s, s.x()[i], s.y()[i], d);
            }
        }
        paint(any && s.filled(), any && !s.filled());
    }

    private void symbol(Mark.Symbols s, double x, double y, double[] d) throws IOException {
        if (d.length == 0) {
            circle(x, y, s.size() / 2);
            return;
        }
        boolean lines = s.symbol() == Style.Symbol.CROSS;
        for (int k = 0; k < d.length; k += 2) {
            if (k == 0 || lines && k == 4) {
                out.moveTo((float) (x + d[k]), (float) (y + d[k + 1]));
            } else {
                out.lineTo((float) (x + d[k]), (float) (y + d[k + 1]));
            }
        }
        if (!lines) {
            out.closePath();
        }
    }

    private void circle(double x, double y, double r) throws IOException {
        double k = CIRCLE * r;
        out.moveTo((float) (x + r), (float) y);
        curve(x + r, y + k, x + k, y + r, x, y + r);
        curve(x - k, y + r, x - r, y + k, x - r, y);
        curve(x - r, y - k, x - k, y - r, x, y - r);
        curve(x + k, y - r, x + r, y - k, x + r, y);
        out.closePath();
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3) throws IOException {
        out.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x3, (float) y3);
    }

    private void image(Mark.Image i) throws IOException {
        PDImageXObject image = PDImageXObject.createFromByteArray(document,
                EncodedPicture.of(i.pixels(), i.x1() - i.x0(), i.y1() - i.y0()).bytes(), "picture");
        // a picture's own space runs upwards
        out.transform(new Matrix(1, 0, 0, -1, (float) i.x0(), (float) i.y1()));
        out.drawImage(image, 0, 0, (float) (i.x1() - i.x0()), (float) (i.y1() - i.y0()));
    }

    private void text(Mark.Text t) throws IOException {
        fill(t.colour(), 1);
        double x = t.x() + t.start();
        double y = t.y();
        if (t.turned()) {
            out.transform(Matrix.getRotateInstance(-Math.PI / 2, (float) t.x(), (float) t.y()));
            x = t.start();
            y = 0;
        }
        Typeface face = t.line().bold() ? Typeface.BOLD : Typeface.REGULAR;
        for (Typeset.Run run : t.line().runs()) {
            out.beginText();
            out.setFont(face == Typeface.BOLD ? bold : regular, (float) run.size());
            out.setTextMatrix(new Matrix(1, 0, 0, -1, (float) (x + run.x()), (float) (y + run.shift())));
            out.showText(drawable(run.text(), face));
            out.endText();
        }
    }

    private static String drawable(String text, Typeface face) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(face.has((char) c) ? (char) c : '?'));
        return out.toString();
    }
}
