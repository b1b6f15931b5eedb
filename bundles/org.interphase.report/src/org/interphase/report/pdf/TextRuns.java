package org.interphase.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.interphase.report.figure.Typeset;

/** A line of text in pieces on, above and below the baseline. */
final class TextRuns {

    private record Run(String text, int level) {
    }

    private final PDFont font;
    private final List<Run> runs = new ArrayList<>();

    private TextRuns(PDFont font) {
        this.font = font;
    }

    static TextRuns of(String text, PDFont font) {
        TextRuns out = new TextRuns(font);
        StringBuilder piece = new StringBuilder();
        int level = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int here = Typeset.level(c);
            if (here != level && !piece.isEmpty()) {
                out.runs.add(new Run(piece.toString(), level));
                piece.setLength(0);
            }
            level = here;
            piece.append(out.drawable(Typeset.onBaseline(c)));
        }
        if (!piece.isEmpty()) {
            out.runs.add(new Run(piece.toString(), level));
        }
        return out;
    }

    private char drawable(char c) {
        try {
            font.encode(String.valueOf(c));
            return c;
        } catch (IOException | IllegalArgumentException e) {
            // the font has no such glyph
            return '?';
        }
    }

    private static double size(Run run, double size) {
        return run.level == 0 ? size : 0.7 * size;
    }

    double width(double size) throws IOException {
        double sum = 0;
        for (Run run : runs) {
            sum += font.getStringWidth(run.text) / 1000 * size(run, size);
        }
        return sum;
    }

    /** Draws on a page whose y axis runs downwards. */
    void draw(PDPageContentStream out, double x, double y, double size) throws IOException {
        double at = x;
        for (Run run : runs) {
            double s = size(run, size);
            double shift = run.level > 0 ? -0.36 * size : run.level < 0 ? 0.18 * size : 0;
            out.beginText();
            out.setFont(font, (float) s);
            out.setTextMatrix(new Matrix(1, 0, 0, -1, (float) at, (float) (y + shift)));
            out.showText(run.text);
            out.endText();
            at += font.getStringWidth(run.text) / 1000 * s;
        }
    }
}
