package org.interphase.technique.elements.reader;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.io.TextDecoder;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Remark;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;

/** EMSA/MAS spectral data files (ISO 22029 and the standard of 1991) with X-ray or energy-loss spectra. */
public final class MsaReader implements DatasetReader {

    private static final long LIMIT = 64L << 20;

    @Override
    public String id() {
        return "elements.msa";
    }

    @Override
    public String title() {
        return "EMSA/MAS spectral data (ISO 22029)";
    }

    @Override
    public List<String> extensions() {
        return List.of("msa", "emsa");
    }

    @Override
    public List<String> kinds() {
        return List.of("eds", "eels");
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.isText()) {
            return 0;
        }
        String t = head.text().toUpperCase(Locale.ROOT);
        if (t.contains("EMSA/MAS SPECTRAL DATA FILE")) {
            return 98;
        }
        return t.startsWith("#FORMAT") && t.contains("#XPERCHAN") ? 85 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        MsaText msa = MsaText.parse(file, TextDecoder.decode(file, source.readAll(LIMIT)));
        progress.checkCancelled();
        if (!msa.text("FORMAT").toUpperCase(Locale.ROOT).contains("EMSA/MAS")) {
            throw new DatasetFormatException(file, msa.place("FORMAT"), "this is no EMSA/MAS spectral data file");
        }
        String kind = kind(source, msa);
        Unit unit = xUnit(file, msa);
        boolean xy = isXy(file, msa);
        double[][] data = xy ? pairs(file, msa) : channels(file, msa);
        String title = msa.text("TITLE");
        DatasetHeader header = DatasetHeader.of(title.isEmpty() ? file : title, kind, MsaFacts.of(msa));
        header = checkedCount(file, header, msa, data[1].length);
        boolean counts = isCounts(msa, data[1], kind);
        if (!counts && kind.equals("eds")) {
            header = header.remarking(Remark.warning("The file does not say that its values are counts (#YUNITS is '"
                    + msa.text("YUNITS") + "') and they are no whole numbers: counting statistics are not known."));
        }
        Axis axis = axis(file, kind.equals("eels") ? "Energy loss" : "Energy", unit, data[0]);
        return List.of(new Curve(header, axis, signal(counts, data[1])));
    }

    private static Axis axis(String file, String quantity, Unit unit, double[] x) throws DatasetFormatException {
        try {
            return Axis.of(quantity, unit, x, Direction.ASCENDING);
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(file, "#SPECTRUM", e.getMessage(), e);
        }
    }

    /** Counts with their Poisson uncertainty; an empty channel is known to about one count. */
    static Signal signal(boolean counts, double[] y) {
        if (!counts) {
            return Signal.of("Intensity", Unit.of("a.u."), y);
        }
        double[] sigma = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            sigma[i] = Math.sqrt(Math.max(1, y[i]));
        }
        return Signal.of("Intensity", Unit.of("counts"), y, sigma);
    }

    private static String kind(Source source, MsaText msa) throws DatasetFormatException {
        String type = msa.text("SIGNALTYPE").toUpperCase(Locale.ROOT);
        switch (type) {
            case "EDS", "EDX":
                return "eds";
            case "ELS", "EELS":
                return "eels";
            case "":
                break;
            default:
                throw new DatasetFormatException(source.name(), msa.place("SIGNALTYPE"), "the signal type '" + type
                        + "' is not read here; X-ray spectra of electron microscopes (EDS) and energy-loss spectra "
                        + "(ELS) are");
        }
        // the detector's keyword says what the optional one leaves out
        boolean eds = msa.values().containsKey("EDSDET");
        boolean els = msa.values().containsKey("ELSDET");
        if (eds != els) {
            return eds ? "eds" : "eels";
        }
        String said = source.stated().kind().orElse("");
        if (said.equals("eds") || said.equals("eels")) {
            return said;
        }
        throw Stated.missing(source.name(), "#SIGNALTYPE", "The file does not say what kind of spectrum it holds",
                Fact.KIND);
    }

    private static Unit xUnit(String file, MsaText msa) throws DatasetFormatException {
        String t = msa.text("XUNITS");
        // the revised standard writes the quantity with the unit in brackets
        int open = t.lastIndexOf('(');
        String u = open >= 0 && t.endsWith(")") ? t.substring(open + 1, t.length() - 1) : t;
        for (String known : List.of("eV", "keV")) {
            if (u.strip().equalsIgnoreCase(known)) {
                return Unit.of(known);
            }
        }
        throw new DatasetFormatException(file, msa.place("XUNITS"), "the axis must be in eV or keV, not in '" + t
                + "'");
    }

    private static boolean isXy(String file, MsaText msa) throws DatasetFormatException {
        String type = msa.text("DATATYPE").toUpperCase(Locale.ROOT);
        if (!type.equals("Y") && !type.equals("XY")) {
            throw new DatasetFormatException(file, msa.place("DATATYPE"), "the data type is Y or XY, not '" + type
                    + "'");
        }
        return type.equals("XY");
    }

    private static double[][] pairs(String file, MsaText msa) throws DatasetFormatException {
        int n = 0;
        for (int i = 0; i < msa.rows().size(); i++) {
            double[] r = msa.rows().get(i);
            if (r.length % 2 != 0) {
                throw new DatasetFormatException(file, "line " + msa.line(i), "pairs of x and y are expected, not "
                        + r.length + " numbers");
            }
            n += r.length / 2;
        }
        double[][] out = new double[2][n];
        int k = 0;
        for (double[] r : msa.rows()) {
            for (int i = 0; i < r.length; i += 2) {
                out[0][k] = r[i];
                out[1][k++] = r[i + 1];
            }
        }
        return nonEmpty(file, out);
    }

    private static double[][] channels(String file, MsaText msa) throws DatasetFormatException {
        double step = required(file, msa, "XPERCHAN");
        double offset = required(file, msa, "OFFSET");
        if (!(step > 0)) {
            throw new DatasetFormatException(file, msa.place("XPERCHAN"), "channels must have a width above zero");
        }
        double[] y = msa.rows().stream().flatMapToDouble(java.util.Arrays::stream).toArray();
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = offset + i * step;
        }
        return nonEmpty(file, new double[][] {x, y});
    }

    private static double[][] nonEmpty(String file, double[][] data) throws DatasetFormatException {
        if (data[0].length == 0) {
            throw new DatasetFormatException(file, "#SPECTRUM", "there are no data");
        }
        return data;
    }

    private static double required(String file, MsaText msa, String name) throws DatasetFormatException {
        OptionalDouble v = msa.number(name, "1", "1");
        if (v.isEmpty()) {
            throw new DatasetFormatException(file, "", "#" + name + " is missing");
        }
        return v.getAsDouble();
    }

    /** A file that was cut is refused; one that holds more than it says, as the standard's own example, is not. */
    private static DatasetHeader checkedCount(String file, DatasetHeader header, MsaText msa, int n)
            throws DatasetFormatException {
        OptionalDouble stated = msa.number("NPOINTS", "1", "1");
        if (stated.isEmpty() || stated.getAsDouble() == n) {
            return msa.ended() ? header : header.remarking(Remark.warning("The file does not end in #ENDOFDATA; it may "
                    + "have been cut."));
        }
        if (n < stated.getAsDouble()) {
            throw new DatasetFormatException(file, msa.place("NPOINTS"), "there are " + n + " points instead "
                    + "of the " + msa.text("NPOINTS") + " stated: the file was cut");
        }
        return header.remarking(Remark.warning("The file holds " + n + " points and states " + msa.text("NPOINTS")
                + "; all are read."));
    }

    private static boolean isCounts(MsaText msa, double[] y, String kind) {
        String unit = msa.text("YUNITS").toLowerCase(Locale.ROOT);
        String label = msa.text("YLABEL").toLowerCase(Locale.ROOT);
        boolean named = unit.startsWith("count") || unit.equals("cts") || label.startsWith("count");
        for (double v : y) {
            if (v < 0 || kind.equals("eds") && v != Math.rint(v)) {
                return false;
            }
        }
        return named;
    }
}
