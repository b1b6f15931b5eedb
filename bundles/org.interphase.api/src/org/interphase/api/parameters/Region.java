package org.interphase.api.parameters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * A region of an image in pixels, written {@code all}, {@code rectangle 10,20 300,200} (two corners),
 * {@code ellipse 10,20 300,200} (corners of its box), {@code line 0,0 100,50} or {@code polygon 1,1 20,3 9,30}.
 */
public final class Region implements TextValue {

    /** The whole field. */
    public static final Region ALL = new Region(Form.ALL, new double[0], new double[0]);

    /** What a region looks like. */
    public enum Form {
        ALL, RECTANGLE, ELLIPSE, LINE, POLYGON
    }

    private final Form form;
    private final double[] x;
    private final double[] y;

    private Region(Form form, double[] x, double[] y) {
        this.form = form;
        this.x = x;
        this.y = y;
    }

    /**
     * A region from its points.
     *
     * @throws IllegalArgumentException if the number of points does not fit the form
     */
    public static Region of(Form form, double[] x, double[] y) {
        Objects.requireNonNull(form, "form");
        int n = x.length;
        boolean fits = n == y.length && switch (form) {
            case ALL -> n == 0;
            case RECTANGLE, ELLIPSE, LINE -> n == 2;
            case POLYGON -> n >= 3;
        };
        if (!fits) {
            throw new IllegalArgumentException("a " + form.name().toLowerCase(Locale.ROOT) + " has not " + n
                    + " points");
        }
        return form == Form.ALL ? ALL : new Region(form, x.clone(), y.clone());
    }

    /** Reads the text form. */
    public static Region parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words[0].isEmpty() || words[0].equalsIgnoreCase("all")) {
            return ALL;
        }
        Form form;
        try {
            form = Form.valueOf(words[0].toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no region; write for example rectangle 10,20 "
                    + "300,200, ellipse, line, polygon 1,1 20,3 9,30, or all", e);
        }
        double[] xs = new double[words.length - 1];
        double[] ys = new double[words.length - 1];
        for (int i = 1; i < words.length; i++) {
            int comma = words[i].indexOf(',');
            if (comma < 0) {
                throw new IllegalArgumentException("'" + words[i] + "' is no point x,y");
            }
            xs[i - 1] = ParameterText.number(words[i].substring(0, comma));
            ys[i - 1] = ParameterText.number(words[i].substring(comma + 1));
        }
        return of(form, xs, ys);
    }

    /** What it looks like. */
    public Form form() {
        return form;
    }

    /** A copy of the points' x in pixels. */
    public double[] x() {
        return x.clone();
    }

    /** A copy of the points' y in pixels. */
    public double[] y() {
        return y.clone();
    }

    /** Whether this is the whole field. */
    public boolean isAll() {
        return form == Form.ALL;
    }

    /** Whether a place in pixels lies inside; everything lies in the whole field, nothing in a line. */
    public boolean contains(double px, double py) {
        return switch (form) {
            case ALL -> true;
            case LINE -> false;
            case RECTANGLE -> px >= Math.min(x[0], x[1]) && px <= Math.max(x[0], x[1])
                    && py >= Math.min(y[0], y[1]) && py <= Math.max(y[0], y[1]);
            case ELLIPSE -> {
                double u = (2 * px - x[0] - x[1]) / (x[1] - x[0]);
                double v = (2 * py - y[0] - y[1]) / (y[1] - y[0]);
                yield u * u + v * v <= 1;
            }
            case POLYGON -> inPolygon(px, py);
        };
    }

    /** Even-odd rule: how often a ray to the right crosses the outline. */
    private boolean inPolygon(double px, double py) {
        boolean in = false;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (y[i] > py != y[j] > py && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
                in = !in;
            }
        }
        return in;
    }

    /** The same region in a picture whose pixels are larger by a factor. */
    public Region coarser(double factor) {
        double[] cx = Arrays.stream(x).map(v -> v / factor).toArray();
        double[] cy = Arrays.stream(y).map(v -> v / factor).toArray();
        return new Region(form, cx, cy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region r && r.form == form && Arrays.equals(r.x, x) && Arrays.equals(r.y, y);
    }

    @Override
    public int hashCode() {
        return Objects.hash(form, Arrays.hashCode(x), Arrays.hashCode(y));
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(form.name().toLowerCase(Locale.ROOT));
        for (int i = 0; i < x.length; i++) {
            out.append(' ').append(ParameterText.number(x[i])).append(',').append(ParameterText.number(y[i]));
        }
        return out.toString();
    }
}
