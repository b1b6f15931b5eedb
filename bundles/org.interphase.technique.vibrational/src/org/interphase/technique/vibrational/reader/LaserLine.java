package org.interphase.technique.vibrational.reader;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.Metadata;

/** The laser's wavelength among what a file says of the measurement, whatever the program calls it. */
final class LaserLine {

    private static final Pattern KEY = Pattern.compile("laser|excit|anreg|lambda ?0|incident");
    private static final Pattern NOT = Pattern.compile("power|leistung|puissance|level|current|filter|spot|time|mode|"
            + "status|serial|mw");
    private static final Pattern VALUE = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(nm|cm-1|1/cm)?");
    private static final double SHORTEST = 180;
    private static final double LONGEST = 2000;

    private LaserLine() {
    }

    /** Wavelength in nm; NaN if nothing says it. */
    static double find(Map<String, String> properties) {
        for (Map.Entry<String, String> e : properties.entrySet()) {
            String key = SpectrumAbscissa.plain(e.getKey()).replace('_', ' ');
            if (KEY.matcher(key).find() && !NOT.matcher(key).find()) {
                double v = value(key, SpectrumAbscissa.plain(e.getValue()));
                if (v > 0) {
                    return v;
                }
            }
        }
        return Double.NaN;
    }

    private static double value(String key, String text) {
        Matcher m = VALUE.matcher(text);
        double bare = Double.NaN;
        while (m.find()) {
            double v = Double.parseDouble(m.group(1).replace(',', '.'));
            String unit = m.group(2) == null ? "" : m.group(2);
            boolean wavenumber = unit.startsWith("cm") || unit.startsWith("1/")
                    || unit.isEmpty() && (key.contains("wavenumber") || key.contains("cm-1"));
            double nm = wavenumber ? 1e7 / v : v;
            if (nm >= SHORTEST && nm <= LONGEST) {
                if (!unit.isEmpty() || wavenumber) {
                    return nm;
                }
                bare = Double.isNaN(bare) ? nm : bare;
            }
        }
        return bare;
    }

    /** The metadata with the wavelength under the name all readers use. */
    static Metadata describe(Metadata metadata, double laser) {
        return laser > 0 ? metadata.with("laser wavelength", laser, "nm") : metadata;
    }
}
