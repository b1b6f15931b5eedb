package org.interphase.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.interphase.engine.text.JsonText;
import org.interphase.engine.text.SpreadsheetCell;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/**
 * What a picture is drawn from, as its page keeps it for whoever wants it as a table: each sample as it was measured,
 * not as the picture shifts it. Pixels are left to the raw file.
 *
 * <p>A page of a hundred pictures has to stay small, so values are rounded to a decimal step of at most 1/10000 of the
 * range of their curve, on logarithmic axes to five significant digits, and of a curve of very many points every n-th
 * is kept, which its name says. The form is JSON: {@code columns} of columns; {@code values}, each a text of a step and
 * whole numbers of steps from one value to the next ({@code .} for none), or {@code =} and the values themselves; and
 * {@code curves}: the texts of the first four columns, then for each further column the place of its values, or -1.
 */
final class FigureTable {

    /** Names of the columns. */
    static final List<String> COLUMNS = List.of("sample", "axes", "curve", "drawn as", "x", "y", "uncertainty of y",
            "upper y", "x to");

    private static final int MOST_POINTS = 1500;
    private static final int STEPS = 10_000;
    private static final MathContext DIGITS = new MathContext(5);
    private static final double[] NONE = {};

    private final Map<String, Integer> values = new LinkedHashMap<>();
    private final List<List<Object>> curves = new ArrayList<>();

    private FigureTable() {
    }

    /**
     * The table as JSON.
     *
     * @param figures what is drawn of each sample, by its name, in order
     */
    static String json(Map<String, Figure> figures) {
        FigureTable table = new FigureTable();
        figures.forEach((who, f) -> f.panels().forEach(p -> p.layers().forEach(l -> table.layer(who, p, l))));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("columns", COLUMNS);
        out.put("values", List.copyOf(table.values.keySet()));
        out.put("curves", table.curves);
        return JsonText.write(out);
    }

    /** The same as a page keeps it: gzip, Base64. */
    static String packed(Map<String, Figure> figures) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(json(figures).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a table could not be written into memory", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private void layer(String who, Panel panel, Layer layer) {
        switch (layer) {
            case Layer.Line l -> add(who, panel, name(l), "line", l.x(), l.y(), NONE, NONE, NONE);
            case Layer.Points l -> add(who, panel, name(l), "points", l.x(), l.y(),
                    l.yError() == null ? NONE : l.yError(), NONE, NONE);
            case Layer.Band l -> add(who, panel, name(l), "band", l.x(), l.lower(), NONE, l.upper(), NONE);
            case Layer.Bars l -> add(who, panel, name(l), "bars", Arrays.copyOf(l.edges(), l.heights().length),
                    l.heights(), NONE, NONE, Arrays.copyOfRange(l.edges(), 1, l.edges().length));
            case Layer.Outline l -> add(who, panel, name(l), "outline", l.x(), l.y(), NONE, NONE, NONE);
            case Layer.Span l -> add(who, panel, name(l), "range", new double[] {l.from()}, NONE, NONE, NONE,
                    new double[] {l.to()});
            case Layer.Guides l -> add(who, panel, name(l), l.vertical() ? "vertical line" : "horizontal line",
                    l.vertical() ? l.at() : NONE, l.vertical() ? NONE : l.at(), NONE, NONE, NONE);
            case Layer.Labels l -> l.texts().forEach(t -> add(who, panel, t.text(), "text", new double[] {t.x()},
                    new double[] {t.y()}, NONE, NONE, NONE));
            case Layer.Picture l -> add(who, panel, name(l), "picture, its pixels are in the raw file",
                    new double[] {l.left()}, new double[] {l.top()}, NONE, new double[] {l.bottom()},
                    new double[] {l.right()});
        }
    }

    private void add(String who, Panel panel, String curve, String how, double[] x, double[] y, double[] uncertainty,
            double[] upper, double[] to) {
        int n = Math.max(x.length, y.length);
        int every = to.length == 0 ? Math.max(1, (n + MOST_POINTS - 1) / MOST_POINTS) : 1;
        List<Object> row = new ArrayList<>();
        for (String text : List.of(who, axes(panel), every > 1 ? curve + " (every " + every + ". point)" : curve,
                how)) {
            row.add(SpreadsheetCell.of(text, ","));
        }
        row.add(place(x, every, panel.x().logarithmic()));
        row.add(place(y, every, panel.y().logarithmic()));
        row.add(place(uncertainty, every, true));
        row.add(place(upper, every, panel.y().logarithmic()));
        row.add(place(to, every, panel.x().logarithmic()));
        curves.add(row);
    }

    private int place(double[] all, int every, boolean byDigits) {
        if (all.length == 0) {
            return -1;
        }
        double[] v = new double[(all.length + every - 1) / every];
        for (int i = 0; i < v.length; i++) {
            v[i] = all[i * every];
        }
        return values.computeIfAbsent(byDigits || v.length == 1 ? digits(v) : steps(v), k -> values.size());
    }

    private static String digits(double[] v) {
        StringBuilder out = new StringBuilder("=");
        for (double d : v) {
            out.append(' ').append(Double.isFinite(d) ? plain(new BigDecimal(d).round(DIGITS)) : ".");
        }
        return out.toString();
    }

    private static String steps(double[] v) {
        double[] finite = Arrays.stream(v).filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(0);
        BigDecimal step = step(high > low ? high - low : Math.abs(high));
        StringBuilder out = new StringBuilder(plain(step));
        long before = 0;
        for (double d : v) {
            if (Double.isFinite(d)) {
                long at = new BigDecimal(d).divide(step, 0, RoundingMode.HALF_EVEN).longValue();
                out.append(' ').append(at - before);
                before = at;
            } else {
                out.append(" .");
            }
        }
        return out.toString();
    }

    /** The largest of 1, 2 or 5 times a power of ten that is at most a part of the range. */
    private static BigDecimal step(double range) {
        if (!(range > 0)) {
            return BigDecimal.ONE;
        }
        BigDecimal most = new BigDecimal(range / STEPS);
        BigDecimal ten = BigDecimal.ONE.scaleByPowerOfTen(most.precision() - most.scale() - 1);
        return List.of(5, 2, 1).stream().map(k -> ten.multiply(BigDecimal.valueOf(k)))
                .filter(s -> s.compareTo(most) <= 0).findFirst().orElse(ten);
    }

    private static String plain(BigDecimal value) {
        BigDecimal v = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        String plain = v.toPlainString();
        return plain.length() > 12 ? v.toString() : plain;
    }

    private static String axes(Panel panel) {
        AxisSpec x = panel.x();
        AxisSpec y = panel.y();
        return x.visible() && y.visible() ? y.title() + " over " + x.title() : panel.id();
    }

    private static String name(Layer layer) {
        return !layer.label().isEmpty() ? layer.label() : !layer.component().isEmpty() ? layer.component()
                : layer.style().colour().role().name().toLowerCase(Locale.ROOT);
    }
}
