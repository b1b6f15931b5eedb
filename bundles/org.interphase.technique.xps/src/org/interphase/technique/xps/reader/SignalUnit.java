package org.interphase.technique.xps.reader;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.interphase.io.TextColumn;
import org.interphase.model.unit.Unit;

/**
 * What a column of signal counts in, from its heading first.
 *
 * @param unit counts, counts/s or a.u.
 * @param factor what its values are multiplied with to be in that unit: 1000 for kcps
 */
record SignalUnit(Unit unit, double factor) {

    private static final Unit COUNTS = Unit.of("counts");
    private static final Unit RATE = Unit.of("counts/s");
    private static final Unit ARBITRARY = Unit.of("a.u.");
    private static final Pattern PER_SECOND = Pattern.compile("\\b[km]?cps\\b|\\b[km]?c/s\\b|(counts?|cts|impulse?|"
            + "zahlimpulse|ereignisse|coups|impulsions|ips) ?(/|per|pro|par|je) ?(s|sec|second|sekunde|seconde)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\b[km]?(counts?|cts|impulse|zahlimpulse|coups|"
            + "impulsions)\\b");
    private static final Pattern KILO = Pattern.compile("\\bk(cps|c/s|counts?|cts)\\b");
    private static final Pattern ANY = Pattern.compile("(?i)\\(?\\[?(arb\\.? ?(u|units?)\\.?|arbitrary units?|"
            + "w\\.?e\\.?|u\\.? ?a\\.?)\\]?\\)?$");
    /** A greatest value above which numbers without unit are taken for counts and not for a normalised signal. */
    private static final double MANY = 20;

    /**
     * The unit of a column.
     *
     * @param label what the column is called
     * @param values its values
     */
    static SignalUnit of(TextColumn column, String label, double[] values) {
        if (column.unit().text().startsWith("counts")) {
            return new SignalUnit(column.unit(), 1);
        }
        if (column.unit().equals(ARBITRARY) || ANY.matcher(column.heading().strip()).find()) {
            return new SignalUnit(ARBITRARY, 1);
        }
        String n = EnergyHeading.plain(label);
        double factor = KILO.matcher(n).find() ? 1000 : 1;
        if (PER_SECOND.matcher(n).find()) {
            return new SignalUnit(RATE, factor);
        }
        boolean named = NUMBER.matcher(n).find();
        boolean positive = Arrays.stream(values).allMatch(v -> v >= 0);
        boolean counting = positive && (named || factor * Arrays.stream(values).max().orElse(0) > MANY);
        // a mean over scans is no number of counts whatever its heading
        boolean whole = Arrays.stream(values).map(v -> factor * v).allMatch(v -> Math.abs(v - Math.rint(v)) < 1e-6);
        if (counting && whole) {
            return new SignalUnit(COUNTS, factor);
        }
        // a rate whose counts are not known; the fit estimates them from the scatter and says so
        return new SignalUnit(counting ? RATE : ARBITRARY, factor);
    }

    /** Values in the unit. */
    double[] of(double[] values) {
        return factor == 1 ? values : Arrays.stream(values).map(v -> v * factor).toArray();
    }
}
