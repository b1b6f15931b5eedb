package org.interphase.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.interphase.report.figure.Mark;

/** Draws a resolved figure as one PDF page: vectors stay vectors, texts stay texts in embedded fonts. */
public final class ScenePdf implements AutoCloseable {

    /** Points per CSS px. */
    static final float SCALE = 0.75f;
    private static final double CIRCLE = 0.5522847498;

    private final PDDocument document = new PDDocument();
    private final PDFont regular;
    private final PDFont bold;
    private final Mark.Scene scene;
    private PDPageContentStream out;

    private ScenePdf(Mark.Scene scene) throws IOException {
        this.scene = scene;
        regular = Fonts.load(document, Fonts.REGULAR);
        bold = Fonts.load(document, Fonts.BOLD);
    }

    /**
     * A PDF document of one page as large as the figure.
     *
     * @throws IOException if it cannot be made
     */
    public static byte[] write(Mark.Scene scene) throws IOException {
        try (ScenePdf pdf = new ScenePdf(scene)) {
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
            for (Mark mark : scene.marks()) {
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
        Calendar epoch = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        epoch.setTimeInMillis(0);
        document.getDocumentInformation().setCreationDate(epoch);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private void clip(Mark.Box box) throws IOException {
        if (box != null) {
            out.addRect((float) box.left(), (float) box.top(), (float) box.width(), (float) box.height());
            out.clip();
        }
    }

    private static float part(int rgb, int shift) {
        return (rgb >> shift & 0xff) / 255f;
    }

    private void stroke(int rgb, double width, double[] dash) throws IOException {
        out.setStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
        out.setLineWidth((float) width);
        out.setLineJoinStyle(1);
        float[] pattern = new float[dash.length];
        for (int i = 0; i < dash.length; i++) {
            pattern[i] = (float) dash[i];
        }
        out.setLineDashPattern(pattern, 0);
    }

    private void fill(int rgb, double opacity) throws IOException {
        out.setNonStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
        if (opacity < 1) {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) opacity);
            out.setGraphicsStateParameters(state);
        }
    }

    private void path(Mark.Path p) throws IOException {
        clip(p.clip());
        if (p.fill() >= 0) {
            fill(p.fill(), p.fillOpacity());
        }
        if (p.stroke() >= 0) {
            stroke(p.stroke(), p.width(), p.dash());
        }
        boolean pen = false;
        boolean any = false;
        for (int i = 0; i < p.x().length; i++) {
            if (!Double.isFinite(p.x()[i]) || !Double.isFinite(p.y()[i])) {
                if (pen && p.closed()) {
                    out.closePath();
                }
                pen = false;
                continue;
            }
            float x = (float) Math.clamp(p.x()[i], -20000, 20000);
            float y = (float) Math.clamp(p.y()[i], -20000, 20000);
            if (pen) {
                out.lineTo(x, y);
                any = true;
            } else {
                out.moveTo(x, y);
            }
            pen = true;
        }
        if (pen && p.closed()) {
            out.closePath();
        }
        if (!any) {
            return;
        }
        if (p.fill() >= 0 && p.stroke() >= 0) {
            out.fillAndStroke();
        } else if (p.fill() >= 0) {
            out.fill();
        } else if (p.stroke() >= 0) {
            out.stroke();
        }
    }

    private void symbols(Mark.Symbols s) throws IOException {
        clip(s.clip());
        double r = s.size() / 2;
        boolean filled = s.symbol() == org.interphase.model.figure.Style.Symbol.DOT;
        if (filled) {
            fill(s.colour(), s.opacity());
        } else {
            stroke(s.colour(), 1.2, new double[0]);
        }
        boolean any = false;
        for (int i = 0; i < s.x().length; i++) {
            double x = s.x()[i];
            double y = s.y()[i];
            if (!Double.isFinite(x) || !Double.isFinite(y) || Math.abs(x) > 20000 || Math.abs(y) > 20000) {
                continue;
            }
            any = true;
            switch (s.symbol()) {
                case NONE -> {
                    return;
                }
                case DOT, CIRCLE -> circle(x, y, r);
                case SQUARE -> polygon(x, y, new double[] {-r, -r, r, -r, r, r, -r, r});
                case DIAMOND -> polygon(x, y, new double[] {0, -r * 1.3, r * 1.3, 0, 0, r * 1.3, -r * 1.3, 0});
                case TRIANGLE -> polygon(x, y, new double[] {0, -r * 1.2, r * 1.1, r * 0.8, -r * 1.1, r * 0.8});
                case CROSS -> {
                    out.moveTo((float) (x - r), (float) (y - r));
                    out.lineTo((float) (x + r), (float) (y + r));
                    out.moveTo((float) (x - r), (float) (y + r));
                    out.lineTo((float) (x + r), (float) (y - r));
                }
            }
        }
        if (any && filled) {
            out.fill();
        } else if (any) {
            out.stroke();
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

    private void polygon(double x, double y, double[] d) throws IOException {
        for (int i = 0; i < d.length; i += 2) {
            if (i == 0) {
                out.moveTo((float) (x + d[i]), (float) (y + d[i + 1]));
            } else {
                out.lineTo((float) (x + d[i]), (float) (y + d[i + 1]));
            }
        }
        out.closePath();
    }

    private void image(Mark.Image i) throws IOException {
        clip(i.clip());
        PDImageXObject image = PDImageXObject.createFromByteArray(document, i.png(), "picture");
        // a picture's own space runs upwards
        out.transform(new Matrix(1, 0, 0, -1, (float) i.box().left(), (float) i.box().bottom()));
        out.drawImage(image, 0, 0, (float) i.box().width(), (float) i.box().height());
    }

    private void text(Mark.Text t) throws IOException {
        PDFont font = t.bold() ? bold : regular;
        fill(t.colour(), 1);
        TextRuns runs = TextRuns.of(t.text(), font);
        double width = runs.width(t.size());
        double shift = t.anchor() < 0 ? 0 : t.anchor() == 0 ? width / 2 : width;
        if (t.turned()) {
            out.transform(Matrix.getRotateInstance(-Math.PI / 2, (float) t.x(), (float) t.y()));
            runs.draw(out, -width / 2, 0, t.size());
        } else {
            runs.draw(out, t.x() - shift, t.y(), t.size());
        }
    }
}
