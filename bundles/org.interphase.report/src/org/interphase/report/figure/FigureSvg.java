package org.interphase.report.figure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.interphase.figure.Box;
import org.interphase.figure.Mark;
import org.interphase.figure.Palette;
import org.interphase.figure.Scene;
import org.interphase.figure.Typeface;
import org.interphase.figure.Typeset;
import org.interphase.model.figure.Style;

/** Writes resolved figures as SVG text that needs nothing but a sans-serif font. */
public final class FigureSvg {

    private static final String FONT = "'" + Typeface.FAMILY + "', Arial, Helvetica, 'DejaVu Sans', sans-serif";
    private static final String ID = "\u0001";

    private final StringBuilder out = new StringBuilder(1 << 14);

    private final boolean compact;

    private FigureSvg(boolean compact) {
        this.compact = compact;
    }

    /** A scene as an SVG element. Groups name the component, band or element that their marks stand for. */
    public static String write(Scene scene, String title) {
        return new FigureSvg(false).scene(scene, title);
    }

    /** The same in fewer bytes, for a page with many: every line is where it was within a tenth of a page unit. */
    public static String compact(Scene scene, String title) {
        return new FigureSvg(true).scene(scene, title);
    }

    private String scene(Scene scene, String title) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"")
                .append(n(scene.width())).append("\" height=\"").append(n(scene.height())).append("\" viewBox=\"0 0 ")
                .append(n(scene.width())).append(' ').append(n(scene.height())).append("\" role=\"img\" font-family=\"")
                .append(FONT).append("\">\n<title>");
        text(title);
        out.append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"").append(Palette.css(scene.background()))
                .append("\"/>\n");
        for (int i = 0; i < scene.plots().size(); i++) {
            Box b = scene.plots().get(i).frame().area();
            out.append("<clipPath id=\"").append(ID).append(i).append("\"><rect");
            box(b.left(), b.top(), b.width(), b.height());
            out.append("/></clipPath><g clip-path=\"url(#").append(ID).append(i).append(")\">\n");
            Map<Boolean, List<Mark>> marks = scene.plots().get(i).marks().stream()
                    .collect(Collectors.partitioningBy(m -> m.subject().part() == Mark.Part.LAYER));
            marks(marks.get(true));
            out.append("</g>\n");
            // the layout keeps texts within the plot area; a reader's wider font is not to be cut
            marks(marks.get(false));
        }
        marks(scene.around());
        // ids come from the content: several figures may stand in one page, and the same figure gives the same text
        CRC32 crc = new CRC32();
        crc.update(out.toString().getBytes(StandardCharsets.UTF_8));
        return out.append("</svg>\n").toString().replace(ID, "c" + Long.toHexString(crc.getValue()) + "-");
    }

    private void marks(List<Mark> marks) {
        String open = "";
        for (Mark mark : marks) {
            String component = mark.subject().component();
            if (!component.equals(open)) {
                out.append(open.isEmpty() ? "" : "</g>\n");
                if (!component.isEmpty()) {
                    out.append("<g data-component=\"");
                    text(component);
                    out.append("\">\n");
                }
                open = component;
            }
            switch (mark) {
                case Mark.Path p -> path(p);
                case Mark.Symbols s -> symbols(s);
                case Mark.Image i -> image(i);
                case Mark.Text t -> textMark(t);
            }
        }
        out.append(open.isEmpty() ? "" : "</g>\n");
    }

    private void path(Mark.Path p) {
        if (nowhere(p.x(), p.y())) {
            return;
        }
        out.append("<path d=\"");
        if (compact) {
            pieces(p);
        } else {
            points(p);
        }
        out.append('"');
        if (p.fill().opacity() > 0) {
            fill(p.fill().rgb(), "fill-opacity", p.fill().opacity());
        } else {
            out.append(" fill=\"none\"");
        }
        if (p.pen().opacity() > 0) {
            stroke(p.pen());
        }
        out.append("/>\n");
    }

    private void pieces(Mark.Path p) {
        PagePath path = new PagePath(out);
        int from = 0;
        for (int i = 0; i <= p.x().length; i++) {
            if (i == p.x().length || !Double.isFinite(p.x()[i] + p.y()[i])) {
                if (i > from) {
                    path.piece(p.x(), p.y(), from, i, p.closed());
                }
                from = i + 1;
            }
        }
    }

    private void points(Mark.Path p) {
        boolean pen = false;
        for (int i = 0; i < p.x().length; i++) {
            boolean here = Double.isFinite(p.x()[i]) && Double.isFinite(p.y()[i]);
            if (here) {
                point(pen ? 'L' : 'M', p.x()[i], p.y()[i]);
            } else if (pen && p.closed()) {
                out.append('Z');
            }
            pen = here;
        }
        out.append(p.closed() && pen ? "Z" : "");
    }

    /** Whether there is nothing to be drawn. */
    private static boolean nowhere(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i] + y[i])) {
                return false;
            }
        }
        return true;
    }

    private void fill(int rgb, String attribute, double opacity) {
        out.append(" fill=\"").append(Palette.css(rgb)).append('"');
        opacity(attribute, opacity);
    }

    private void opacity(String attribute, double opacity) {
        if (opacity < 1) {
            out.append(' ').append(attribute).append("=\"").append(n(opacity)).append('"');
        }
    }

    private void stroke(Mark.Pen pen) {
        out.append(" stroke=\"").append(Palette.css(pen.rgb())).append("\" stroke-width=\"").append(n(pen.width()))
                .append("\" stroke-linejoin=\"round\"");
        opacity("stroke-opacity", pen.opacity());
        for (int i = 0; i < pen.dash().length; i++) {
            out.append(i == 0 ? " stroke-dasharray=\"" : " ").append(n(pen.dash()[i]))
                    .append(i == pen.dash().length - 1 ? "\"" : "");
        }
    }

    private void point(char command, double x, double y) {
        out.append(command).append(n(x)).append(' ').append(n(y));
    }

    private void symbols(Mark.Symbols s) {
        if (s.symbol() == Style.Symbol.NONE || nowhere(s.x(), s.y())) {
            return;
        }
        out.append("<path d=\"");
        if (compact) {
            compactSymbols(s);
        } else {
            symbolsInFull(s);
        }
        out.append('"');
        if (s.filled()) {
            fill(s.colour(), "opacity", s.opacity());
        } else {
            out.append(" fill=\"none\"");
            stroke(new Mark.Pen(s.colour(), Mark.Symbols.LINE, new double[0], s.opacity()));
        }
        out.append("/>\n");
    }

    private void compactSymbols(Mark.Symbols s) {
        PagePath path = new PagePath(out);
        double[] d = s.corners();
        boolean cross = s.symbol() == Style.Symbol.CROSS;
        int lines = cross ? 2 : d.length / 2;
        Set<Long> told = new HashSet<>();
        for (int i = 0; i < s.x().length; i++) {
            // where one covers another within a tenth of a page unit there is one to be seen
            if (Double.isNaN(s.x()[i] + s.y()[i]) || !told.add(Math.round(s.x()[i] * 10) << 32
                    ^ Math.round(s.y()[i] * 10) & 0xffffffffL)) {
                continue;
            }
            if (d.length == 0) {
                path.circle(s.x()[i], s.y()[i], s.size() / 2);
            }
            for (int k = 0; k < d.length / 2; k += lines) {
                double[] x = new double[lines];
                double[] y = new double[lines];
                for (int j = 0; j < lines; j++) {
                    x[j] = s.x()[i] + d[2 * (k + j)];
                    y[j] = s.y()[i] + d[2 * (k + j) + 1];
                }
                path.piece(x, y, 0, lines, !cross);
            }
        }
    }

    private void symbolsInFull(Mark.Symbols s) {
        String r = n(s.size() / 2);
        double[] d = s.corners();
        for (int i = 0; i < s.x().length; i++) {
            double x = s.x()[i];
            double y = s.y()[i];
            if (Double.isNaN(x + y)) {
                continue;
            }
            if (d.length == 0) {
                point('M', x - s.size() / 2, y);
                out.append('a').append(r).append(' ').append(r).append(" 0 1 0 ").append(n(s.size())).append(" 0a")
                        .append(r).append(' ').append(r).append(" 0 1 0 ").append(n(-s.size())).append(" 0");
            }
            for (int k = 0; k < d.length; k += 2) {
                boolean lines = s.symbol() == Style.Symbol.CROSS;
                point(k == 0 || lines && k == 4 ? 'M' : 'L', x + d[k], y + d[k + 1]);
            }
            out.append(d.length == 0 || s.symbol() == Style.Symbol.CROSS ? "" : "Z");
        }
    }

    private void box(double left, double top, double width, double height) {
        out.append(" x=\"").append(n(left)).append("\" y=\"").append(n(top)).append("\" width=\"").append(n(width))
                .append("\" height=\"").append(n(height)).append('"');
    }

    private void image(Mark.Image i) {
        boolean left = i.x0() > i.x1();
        boolean up = i.y0() > i.y1();
        out.append("<image");
        box(Math.min(i.x0(), i.x1()), Math.min(i.y0(), i.y1()), Math.abs(i.x1() - i.x0()), Math.abs(i.y1() - i.y0()));
        if (left || up) {
            out.append(" transform=\"translate(").append(n(left ? i.x0() + i.x1() : 0)).append(' ')
                    .append(n(up ? i.y0() + i.y1() : 0)).append(") scale(").append(left ? -1 : 1).append(' ')
                    .append(up ? -1 : 1).append(")\"");
        }
        if (Math.abs(i.x1() - i.x0()) > 2 * i.pixels().pyramid().width()) {
            // large pixels are shown as what they are
            out.append(" style=\"image-rendering:pixelated\"");
        }
        EncodedPicture picture = EncodedPicture.of(i.pixels(), i.x1() - i.x0(), i.y1() - i.y0());
        out.append(" preserveAspectRatio=\"none\" xlink:href=\"data:").append(picture.type()).append(";base64,")
                .append(Base64.getEncoder().encodeToString(picture.bytes())).append("\"/>\n");
    }

    private void textMark(Mark.Text t) {
        out.append("<text x=\"").append(n(t.x())).append("\" y=\"").append(n(t.y())).append("\" font-size=\"")
                .append(n(t.line().size())).append("\" fill=\"").append(Palette.css(t.colour())).append('"');
        if (t.anchor() >= 0) {
            out.append(" text-anchor=\"").append(t.anchor() == 0 ? "middle" : "end").append('"');
        }
        if (t.turned()) {
            out.append(" transform=\"rotate(-90 ").append(n(t.x())).append(' ').append(n(t.y())).append(")\"");
        }
        if (t.line().bold()) {
            out.append(" font-weight=\"bold\"");
        }
        out.append('>');
        if (!t.hint().isEmpty()) {
            out.append("<title>");
            text(t.hint());
            out.append("</title>");
        }
        double back = 0;
        for (Typeset.Run run : t.line().runs()) {
            boolean moved = run.shift() != back;
            if (moved) {
                out.append("<tspan dy=\"").append(n(run.shift() - back)).append('"');
                out.append(run.shift() == 0 ? ">" : " font-size=\"" + n(run.size()) + "\">");
            }
            text(run.text());
            out.append(moved ? "</tspan>" : "");
            back = run.shift();
        }
        out.append("</text>\n");
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            Typeset.escape(out, text.charAt(i));
        }
    }

    /** A number with at most two decimals, as short as possible. */
    private static String n(double v) {
        String s = String.format(Locale.ROOT, "%.2f", v);
        int end = s.length();
        while (s.charAt(end - 1) == '0') {
            end--;
        }
        if (s.charAt(end - 1) == '.') {
            end--;
        }
        s = s.substring(0, end);
        return s.equals("-0") ? "0" : s;
    }
}
