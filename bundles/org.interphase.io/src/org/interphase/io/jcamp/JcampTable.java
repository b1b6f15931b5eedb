package org.interphase.io.jcamp;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One data table of a JCAMP-DX block with factors applied.
 *
 * @param line line of the file the table starts on, from 1
 * @param xSymbol symbol of the abscissa, usually "X"
 * @param ySymbol symbol of the ordinate, usually "Y"
 * @param page the page of an NTUPLES block, for example "N=1"; empty outside one
 * @param x abscissae in the file's order; copied
 * @param y ordinates, NaN where the file has "?"; copied
 * @param peaks whether it is a PEAK TABLE: positions of peaks, no spectrum
 * @param counted whether the file states the number of points, which then is the number there are
 * @param notes what was odd in it but could be read, as sentences
 */
public record JcampTable(int line, String xSymbol, String ySymbol, String page, double[] x, double[] y,
        boolean peaks, boolean counted, List<String> notes) {

    /** Copies the arrays. */
    public JcampTable {
        Objects.requireNonNull(xSymbol, "xSymbol");
        Objects.requireNonNull(ySymbol, "ySymbol");
        Objects.requireNonNull(page, "page");
        x = x.clone();
        y = y.clone();
        notes = List.copyOf(notes);
    }

    /** The same with a note more. */
    JcampTable noting(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new JcampTable(line, xSymbol, ySymbol, page, x, y, peaks, counted, all);
    }

    /** A copy of the abscissae. */
    @Override
    public double[] x() {
        return x.clone();
    }

    /** A copy of the ordinates. */
    @Override
    public double[] y() {
        return y.clone();
    }
}
