package org.interphase.report.figure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Style;

/** Writes figures as SVG text that needs nothing but a sans-serif font. */
public final class FigureSvg {

    private static final String FONT = "'Liberation Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif";

    private final Palette palette;
    private static final String ID = "\u0001";
    private int clips;

    /** A writer in a palette. */
    public FigureSvg(Palette palette) {
        this.palette = palette;
    }

    /**
     * A figure as an SVG element.
     *
     * @param width in CSS px
     * @param height in CSS px
     * @param letter panel letter, or empty
     */
    public String write(Figure figure, double width, double height, String letter) {
        Mark.Scene scene = new FigureLayout(palette).scene(figure, width, height, letter);
        return write(scene, figure.title());
    }

    /** A resolved scene as an SVG element. */
    public String write(Mark.Scene scene, String title) {
        StringBuilder out = new StringBuilder(1 << 14);
        clips = 0;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"")
                .append(n(scene.width())).append("\" height=\"").append(n(scene.height())).append("\" viewBox=\"0 0 ")
                .append(n(scene.width())).append(' ').append(n(scene.height())).append("\" role=\"img\" font-family=\"")
                .append(FONT).append("\">\n");
        out.append("<title>");
        text(out, title);
        out.append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"").append(Palette.css(scene.background()))
                .append("\"/>\n");
        Mark.Box open = null;
        for (Mark mark : scene.marks()) {
            Mark.Box clip = switch (mark) {
                case Mark.Path p -> p.clip();
                case Mark.Symbols s -> s.clip();
                case Mark.Image i -> i.clip();
                case Mark.Text t -> null;
            };
            if (open != null && !open.equals(clip)) {
                out.append("</g>\n");
                open = null;
            }
            if (clip != null && open == null) {
                startClip(out, clip);
                open = clip;
            }
            switch (mark) {
                case Mark.Path p -> path(out, p);
                case Mark.Symbols s -> symbols(out, s);
                case Mark.Image i -> image(out, i);
                case Mark.Text t -> textMark(out, t);
            }
        }
        if (open != null) {
            out.append("</g>\n");
        }
        // ids come from the content: several figures may stand in one page, and the same figure gives the same text
        CRC32 crc = new CRC32();
        crc.update(out.toString().getBytes(StandardCharsets.UTF_8));
        return out.append("</svg>\n").toString().replace(ID, "c" + Long.toHexString(crc.getValue()) + "-");
    }

    private void startClip(StringBuilder out, Mark.Box b) {
        String id = ID + clips++;
        out.append("<clipPath id=\"").append(id).append("\"><rect x=\"").append(n(b.left())).append("\" y=\"")
                .append(n(b.top())).append("\" width=\"").append(n(b.width())).append("\" height=\"")
                .append(n(b.height())).append("\"/></clipPath><g clip-path=\"url(#").append(id).append(")\">\n");
    }

    private static void path(StringBuilder out, Mark.Path p) {
        if (p.x().length == 0) {
            return;
        }
        out.append("<path d=\"");
        boolean pen = false;
        for (int i = 0; i < p.x().length; i++) {
            if (!Double.isFinite(p.x()[i]) || !Double.isFinite(p.y()[i])) {
                if (pen && p.closed()) {
                    out.append('Z');
                }
                pen = false;
                continue;
            }
            out.append(pen ? 'L' : 'M').append(n(limit(p.x()[i]))).append(' ').append(n(limit(p.y()[i])));
            pen = true;
        }
        if (p.closed() && pen) {
            out.append('Z');
        }
        out.append("\" fill=\"").append(p.fill() < 0 ? "none" : Palette.css(p.fill())).append('"');
        if (p.fill() >= 0 && p.fillOpacity() < 1) {
            out.append(" fill-opacity=\"").append(n(p.fillOpacity())).append('"');
        }
        if (p.stroke() >= 0) {
            out.append(" stroke=\"").append(Palette.css(p.stroke())).append("\" stroke-width=\"").append(n(p.width()))
                    .append("\" stroke-linejoin=\"round\"");
            if (p.dash().length > 0) {
                out.append(" stroke-dasharray=\"");
                for (int i = 0; i < p.dash().length; i++) {
                    out.append(i == 0 ? "" : " ").append(n(p.dash()[i]));
                }
                out.append('"');
            }
        }
        out.append("/>\n");
    }

    /** Far-off positions are brought near: renderers misdraw coordinates of millions. */
    private static double limit(double v) {
        return Math.clamp(v, -20000, 20000);
    }

    private static void symbols(StringBuilder out, Mark.Symbols s) {
        double r = s.size() / 2;
        boolean filled = s.symbol() == Style.Symbol.DOT;
        out.append("<path d=\"");
        for (int i = 0; i < s.x().length; i++) {
            double x = s.x()[i];
            double y = s.y()[i];
            if (!Double.isFinite(x) || !Double.isFinite(y) || Math.abs(x) > 20000 || Math.abs(y) > 20000) {
                continue;
            }
            switch (s.symbol()) {
                case NONE -> {
                    continue;
                }
                case DOT, CIRCLE -> out.append('M').append(n(x - r)).append(' ').append(n(y)).append('a').append(n(r))
                        .append(' ').append(n(r)).append(" 0 1 0 ").append(n(2 * r)).append(" 0a").append(n(r))
                        .append(' ')
                        .append(n(r)).append(" 0 1 0 ").append(n(-2 * r)).append(" 0");
                case SQUARE -> polygon(out, x, y, new double[] {-r, -r, r, -r, r, r, -r, r});
                case DIAMOND -> polygon(out, x, y, new double[] {0, -r * 1.3, r * 1.3, 0, 0, r * 1.3, -r * 1.3, 0});
                case TRIANGLE -> polygon(out, x, y, new double[] {0, -r * 1.2, r * 1.1, r * 0.8, -r * 1.1, r * 0.8});
                case CROSS -> out.append('M').append(n(x - r)).append(' ').append(n(y - r)).append('l').append(n(2 * r))
                        .append(' ').append(n(2 * r)).append('m').append(n(-2 * r)).append(" 0l").append(n(2 * r))
                        .append(' ').append(n(-2 * r));
            }
        }
        out.append("\" ");
        if (filled) {
            out.append("fill=\"").append(Palette.css(s.colour())).append('"');
        } else {
            out.append("fill=\"none\" stroke=\"").append(Palette.css(s.colour())).append("\" stroke-width=\"1.2\"");
        }
        if (s.opacity() < 1) {
            out.append(" opacity=\"").append(n(s.opacity())).append('"');
        }
        out.append("/>\n");
    }

    private static void polygon(StringBuilder out, double x, double y, double[] d) {
        for (int i = 0; i < d.length; i += 2) {
            out.append(i == 0 ? 'M' : 'L').append(n(x + d[i])).append(' ').append(n(y + d[i + 1]));
        }
        out.append('Z');
    }

    private static void image(StringBuilder out, Mark.Image i) {
        out.append("<image x=\"").append(n(i.box().left())).append("\" y=\"").append(n(i.box().top()))
                .append("\" width=\"").append(n(i.box().width())).append("\" height=\"").append(n(i.box().height()))
                .append("\" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(i.png())).append("\"/>\n");
    }

    private static void textMark(StringBuilder out, Mark.Text t) {
        out.append("<text x=\"").append(n(t.x())).append("\" y=\"").append(n(t.y())).append("\" font-size=\"")
                .append(n(t.size())).append("\" fill=\"").append(Palette.css(t.colour())).append('"');
        if (t.anchor() >= 0) {
            out.append(" text-anchor=\"").append(t.anchor() == 0 ? "middle" : "end").append('"');
        }
        if (t.turned()) {
            out.append(" transform=\"rotate(-90 ").append(n(t.x())).append(' ').append(n(t.y())).append(")\"");
        }
        if (t.bold()) {
            out.append(" font-weight=\"bold\"");
        }
        out.append('>');
        if (!t.hint().isEmpty()) {
            out.append("<title>");
            text(out, t.hint());
            out.append("</title>");
        }
        raised(out, t.text(), t.size());
        out.append("</text>\n");
    }

    /** Superscripts and subscripts are set as smaller shifted spans, because many fonts lack the characters. */
    private static void raised(StringBuilder out, String text, double size) {
        int i = 0;
        double back = 0;
        while (i < text.length()) {
            boolean up = Typeset.unraised(text.charAt(i)) != 0;
            boolean low = Typeset.unlowered(text.charAt(i)) != 0;
            int end = i;
            StringBuilder run = new StringBuilder();
            while (end < text.length() && Typeset.unraised(text.charAt(end)) != 0 == up
                    && Typeset.unlowered(text.charAt(end)) != 0 == low) {
                char c = text.charAt(end++);
                Typeset.escape(run, up ? Typeset.unraised(c) : low ? Typeset.unlowered(c) : c);
            }
            double shift = up ? -0.36 * size : low ? 0.18 * size : 0;
            if (shift == back) {
                out.append(run);
            } else {
                out.append("<tspan dy=\"").append(n(shift - back)).append('"');
                if (shift != 0) {
                    out.append(" font-size=\"").append(n(size * 0.7)).append('"');
                }
                out.append('>').append(run).append("</tspan>");
            }
            back = shift;
            i = end;
        }
    }

    private static void text(StringBuilder out, String text) {
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
