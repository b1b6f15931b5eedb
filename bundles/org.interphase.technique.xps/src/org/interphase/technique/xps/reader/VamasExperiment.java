package org.interphase.technique.xps.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Remark;

/**
 * Reads the structure of a VAMAS file: ISO 14976:1998 (W. A. Dench, L. B. Hazell, M. P. Seah, Surf. Interface Anal.
 * 13 (1988) 63). All experiment and scan modes; items left out by the inclusion or exclusion list are taken from the
 * first block. Numbers of lines a header announces are checked against what the file holds before they are used.
 */
final class VamasExperiment {

    static final String IDENTIFIER = "VAMAS Surface Chemical Analysis Standard Data Transfer Format 1988 May 4";
    private static final String END = "end of experiment";
    private static final Set<String> MODES = Set.of("MAP", "MAPDP", "MAPSV", "MAPSVDP", "NORM", "SDP", "SDPSV", "SEM",
            "NOEXP");
    private static final Set<String> SCANS = Set.of("REGULAR", "IRREGULAR", "MAPPING");
    private static final Set<String> WITH_REGIONS = Set.of("MAP", "MAPDP", "NORM", "SDP");
    private static final Set<String> MAPS = Set.of("MAP", "MAPDP");
    private static final Set<String> SPUTTERING = Set.of("MAPDP", "MAPSVDP", "SDP", "SDPSV");
    private static final Set<String> FIELDS_OF_VIEW = Set.of("MAP", "MAPDP", "MAPSV", "MAPSVDP", "SEM");
    private static final Set<String> LINE_SCANS = Set.of("MAPSV", "MAPSVDP", "SEM");
    private static final Set<String> ION_TECHNIQUES = Set.of("FABMS", "FABMS energy spec", "ISS", "SIMS",
            "SIMS energy spec", "SNMS", "SNMS energy spec");
    private static final Set<String> SPUTTER_SOURCE = Set.of("AES diff", "AES dir", "EDX", "ELS", "UPS", "XPS", "XRF");
    private static final int ITEMS = 40;

    private final VamasLines in;
    private String mode = "";
    private String scan = "";
    private List<VamasBlock.Labelled> variables = List.of();
    private boolean[] included = new boolean[0];
    private int upgradeEntries;
    private final List<VamasBlock> blocks = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private VamasExperiment(VamasLines in) {
        this.in = in;
    }

    /**
     * The experiments of a file, which the standard allows one after the other.
     *
     * @return at least one
     * @throws DatasetFormatException naming line and field
     */
    static List<VamasExperiment> readAll(String file, String text) throws DatasetFormatException {
        VamasLines in = new VamasLines(file, text);
        List<VamasExperiment> out = new ArrayList<>();
        in.skipBlank();
        do {
            VamasExperiment e = new VamasExperiment(in);
            e.header();
            out.add(e);
            in.skipBlank();
        } while (isIdentifier(in.ahead()));
        if (in.left() > 0) {
            out.get(out.size() - 1).remarks.add(Remark.warning("From line " + in.lineAhead() + " the file goes on "
                    + "after the end of its last experiment; what stands there is no VAMAS and was not read."));
        }
        return out;
    }

    private static boolean isIdentifier(String line) {
        return line.replaceAll("\\s+", " ").equalsIgnoreCase(IDENTIFIER);
    }

    /** What had to be decided while reading. */
    List<Remark> remarks() {
        return remarks;
    }

    String mode() {
        return mode;
    }

    String scan() {
        return scan;
    }

    List<VamasBlock.Labelled> variables() {
        return variables;
    }

    List<VamasBlock> blocks() {
        return blocks;
    }

    private void header() throws DatasetFormatException {
        if (!isIdentifier(in.text("format identifier"))) {
            throw in.error("format identifier", "this is no VAMAS file");
        }
        for (String field : List.of("institution identifier", "instrument model identifier", "operator identifier",
                "experiment identifier")) {
            in.text(field);
        }
        skip(in.count("number of lines in comment", 1), "comment line");
        mode = in.text("experiment mode");
        if (!MODES.contains(mode)) {
            throw in.error("experiment mode", "'" + mode + "' is none of " + MODES);
        }
        scan = in.text("scan mode");
        if (!SCANS.contains(scan)) {
            throw in.error("scan mode", "'" + scan + "' is none of " + SCANS);
        }
        if (WITH_REGIONS.contains(mode)) {
            in.integer("number of spectral regions");
        }
        if (MAPS.contains(mode)) {
            in.integer("number of analysis positions");
            in.integer("number of discrete x coordinates");
            in.integer("number of discrete y coordinates");
        }
        variables = VamasBlock.labels(in.count("number of experimental variables", 2), in, "experimental variable");
        included = inclusion();
        skip(in.count("number of manually entered items in block", 1), "manually entered item");
        int experimentEntries = in.count("number of future upgrade experiment entries", 1);
        upgradeEntries = in.count("number of future upgrade block entries", 0);
        skip(experimentEntries, "future upgrade experiment entry");
        int n = in.count("number of blocks", 6);
        if (n == 0) {
            throw in.error("number of blocks", "the file announces no block of data");
        }
        for (int i = 0; i < n; i++) {
            blocks.add(block(i == 0 ? null : blocks.get(0)));
        }
        terminator(n);
    }

    /** The last line of an experiment; all values are there by now, so that it may be missing. */
    private void terminator(int n) throws DatasetFormatException {
        if (!in.isTakenWhole()) {
            throw in.error("ordinate value", "the file ends within this line; the number may be cut");
        }
        if (isMissing(in.ahead())) {
            remarks.add(Remark.warning("The line '" + END + "' is missing after the last value; all values the file "
                    + "announces are there."));
            if (!isIdentifier(in.ahead()) && in.left() > 0) {
                in.text("experiment terminator");
            }
            return;
        }
        String end = in.text("experiment terminator");
        if (!end.equalsIgnoreCase(END)) {
            throw in.error("experiment terminator", "'" + END + "' is expected after " + n + " blocks, not '"
                    + (end.length() > 40 ? end.substring(0, 40) + "..." : end)
                    + "'; a number of blocks or of values does not fit the file");
        }
    }

    /** Whether nothing, the next experiment, or the beginning of the terminator at the end of the file stands there. */
    private boolean isMissing(String line) {
        boolean cut = in.left() == 1 && line.length() < END.length() && END.startsWith(line.toLowerCase(Locale.ROOT));
        return in.left() == 0 || isIdentifier(line) || cut || line.isEmpty() && in.left() == 1;
    }

    /**
     * Which items a block after the first has: a positive number lists those it has, a negative one those it has not.
     */
    private boolean[] inclusion() throws DatasetFormatException {
        String field = "number of entries in parameter inclusion or exclusion list";
        int n = in.integer(field);
        if (Math.abs((long) n) > ITEMS) {
            throw in.error(field, n + " entries are more than the " + ITEMS + " items of a block");
        }
        boolean[] out = new boolean[ITEMS + 1];
        Arrays.fill(out, n <= 0);
        for (int i = 0; i < Math.abs(n); i++) {
            int item = in.integer("parameter inclusion or exclusion list entry");
            if (item < 1 || item > ITEMS) {
                throw in.error("parameter inclusion or exclusion list entry", "a block has no item " + item);
            }
            out[item] = n > 0;
        }
        return out;
    }

    private void skip(int n, String field) throws DatasetFormatException {
        for (int i = 0; i < n; i++) {
            in.text(field);
        }
    }

    private void numbers(String... fields) throws DatasetFormatException {
        for (String f : fields) {
            in.number(f);
        }
    }

    private VamasBlock block(VamasBlock first) throws DatasetFormatException {
        VamasBlock b = first == null ? new VamasBlock() : first.copy();
        boolean[] has = included;
        if (first == null) {
            has = new boolean[ITEMS + 1];
            Arrays.fill(has, true);
        }
        b.id = in.text("block identifier");
        if (b.id.equalsIgnoreCase(END)) {
            throw in.error("block identifier", "the experiment ends after " + blocks.size()
                    + (blocks.size() == 1 ? " block" : " blocks") + ", but its header "
                    + "announces more");
        }
        b.sample = in.text("sample identifier");
        String[] dates = {"year", "month", "day of month", "hours", "minutes", "seconds", "hours in advance of GMT"};
        for (int i = 0; i < dates.length; i++) {
            if (has[i + 1]) {
                b.date[i] = (int) Math.max(-9999, Math.min(9999, zeroIfUnknown(in.number(dates[i]))));
            }
        }
        if (has[8]) {
            int n = in.count("number of lines in block comment", 1);
            List<String> comment = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                comment.add(in.text("block comment line"));
            }
            b.comment = comment;
        }
        b.technique = has[9] ? in.text("technique") : b.technique;
        if (MAPS.contains(mode) && has[10]) {
            b.x = in.number("x coordinate");
            b.y = in.number("y coordinate");
        }
        if (has[11]) {
            b.variables = new double[variables.size()];
            for (int i = 0; i < b.variables.length; i++) {
                b.variables[i] = in.number("value of experimental variable");
            }
        }
        sourceAndAnalyser(b, has);
        signal(b, has);
        skip(upgradeEntries, "future upgrade block entry");
        ordinates(b);
        return b;
    }

    private static double zeroIfUnknown(double v) {
        return Double.isNaN(v) ? 0 : v;
    }

    private void sourceAndAnalyser(VamasBlock b, boolean[] has) throws DatasetFormatException {
        b.source = has[12] ? in.text("analysis source label") : b.source;
        if ((SPUTTERING.contains(mode) || ION_TECHNIQUES.contains(b.technique)) && has[13]) {
            numbers("sputtering ion or atom atomic number", "number of atoms in sputtering ion",
                    "sputtering ion charge");
        }
        b.energy = has[14] ? in.number("analysis source characteristic energy") : b.energy;
        b.strength = has[15] ? in.number("analysis source strength") : b.strength;
        if (has[16]) {
            numbers("analysis source beam width x", "analysis source beam width y");
        }
        if (FIELDS_OF_VIEW.contains(mode) && has[17]) {
            numbers("field of view x", "field of view y");
        }
        if (LINE_SCANS.contains(mode) && has[18]) {
            numbers("first linescan start x", "first linescan start y", "first linescan finish x",
                    "first linescan finish y", "last linescan finish x", "last linescan finish y");
        }
        if (has[19]) {
            in.number("analysis source polar angle of incidence");
        }
        if (has[20]) {
            in.number("analysis source azimuth");
        }
        b.analyserMode = has[21] ? in.text("analyser mode") : b.analyserMode;
        b.passEnergy = has[22] ? in.number("analyser pass energy") : b.passEnergy;
        if (b.technique.equals("AES diff") && has[23]) {
            in.number("differential width");
        }
        if (has[24]) {
            in.number("magnification of analyser transfer lens");
        }
        b.workFunction = has[25] ? in.number("analyser work function") : b.workFunction;
        b.bias = has[26] ? in.number("target bias") : b.bias;
        if (has[27]) {
            numbers("analysis width x", "analysis width y");
        }
        if (has[28]) {
            b.takeOff = in.number("analyser axis take off polar angle");
            in.number("analyser axis take off azimuth");
        }
        b.species = has[29] ? in.text("species label") : b.species;
        if (has[30]) {
            b.transition = in.text("transition or charge state label");
            in.number("charge of detected particle");
        }
    }

    private void signal(VamasBlock b, boolean[] has) throws DatasetFormatException {
        if (scan.equals("REGULAR") && has[31]) {
            b.abscissaLabel = in.text("abscissa label");
            b.abscissaUnit = in.text("abscissa units");
            b.abscissaStart = in.known("abscissa start");
            b.abscissaStep = in.known("abscissa increment");
            if (b.abscissaStep == 0) {
                throw in.error("abscissa increment", "the increment is zero");
            }
        }
        if (has[32]) {
            b.ordinates = VamasBlock.labels(in.count("number of corresponding variables", 2), in,
                    "corresponding variable");
        }
        b.signalMode = has[33] ? in.text("signal mode") : b.signalMode;
        b.dwell = has[34] ? in.number("signal collection time") : b.dwell;
        b.scans = has[35] ? in.number("number of scans to compile this block") : b.scans;
        if (has[36]) {
            in.number("signal time correction");
        }
        if (SPUTTER_SOURCE.contains(b.technique) && SPUTTERING.contains(mode) && has[37]) {
            numbers("sputtering source energy", "sputtering source beam current", "sputtering source width x",
                    "sputtering source width y", "sputtering source polar angle of incidence",
                    "sputtering source azimuth");
            in.text("sputtering mode");
        }
        if (has[38]) {
            numbers("sample normal polar angle of tilt", "sample normal tilt azimuth");
        }
        if (has[39]) {
            in.number("sample rotation angle");
        }
        if (has[40]) {
            b.additional = VamasBlock.parameters(in.count("number of additional numerical parameters", 3), in);
        }
    }

    private void ordinates(VamasBlock b) throws DatasetFormatException {
        int k = b.ordinates.size();
        int n = in.count("number of ordinate values", 1);
        if (k == 0 || n == 0 || n % k != 0) {
            throw in.error("number of ordinate values", n + " values do not fill " + k + " corresponding variables");
        }
        for (VamasBlock.Labelled o : b.ordinates) {
            in.number("minimum ordinate value of " + o.label());
            in.number("maximum ordinate value of " + o.label());
        }
        b.values = new double[k][n / k];
        for (int i = 0; i < n / k; i++) {
            for (int j = 0; j < k; j++) {
                b.values[j][i] = in.known("ordinate value " + (i + 1) + " of " + b.ordinates.get(j).label());
            }
        }
    }
}
