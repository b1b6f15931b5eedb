package org.interphase.technique.electrochemistry.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.RecordKinds;
import org.interphase.electro.record.StatedFacts;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;

/**
 * The three columns of a block of an Ivium file, which have no headings: the technique named before them tells what
 * they are. Chronoamperometry and mixed mode give time, current and potential, chronopotentiometry time, potential and
 * current (s, A, V), as public readers of the format agree; cyclic voltammetry and linear sweeps give potential,
 * current and zeros, as the description of the instrument's driver has it; impedance gives Z', Z'' and frequency. What
 * others give is not known, and is never taken for impedance.
 *
 * @param technique as the file names it; empty if it names none
 * @param started as the file writes it; empty if it does not
 */
record IviumBlock(String name, String technique, String started) {

    /** Techniques that are impedance beside those that have it in their name. */
    private static final Set<String> IMPEDANCE = Set.of("eis", "peis", "geis", "constante", "constanti");
    private static final Set<String> RECORDS = Set.of("mixedmode", "chronoamperometry", "chronopotentiometry");
    private static final Map<String, String> SWEEPS = Map.of("cyclicvoltammetry", RecordKinds.CV, "cv", RecordKinds.CV,
            "linearsweep", RecordKinds.LSV, "linearsweepvoltammetry", RecordKinds.LSV, "lsv", RecordKinds.LSV);
    private static final double SAME_STEP = 1e-3;
    private static final int FEWEST = 5;

    private String key() {
        return technique.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** Why it is not known what the columns are; empty where it is known. */
    String unknown(double[][] v) {
        String t = key();
        boolean other = !technique.isEmpty() && !IMPEDANCE.contains(t) && !t.contains("impedance");
        boolean sweep = SWEEPS.containsKey(t);
        if (RECORDS.contains(t) || !other && !isTime(v[0]) || sweep && Arrays.stream(v[2]).allMatch(x -> x == 0)) {
            return "";
        }
        return "what the three columns of " + (technique.isEmpty() ? "a measurement without a technique"
                : "the technique '" + technique + "'") + " are is not known" + (other ? "" : ", and the first goes on "
                + "in equal steps like a time, so that they are no impedance") + (sweep ? ", as the third is not 0"
                : "") + "; export it as text with headings";
    }

    /**
     * The datasets of a block of which is known what it is.
     *
     * @param v its columns
     */
    List<Dataset> datasets(Source source, double[][] v) throws DatasetFormatException {
        Metadata m = metadata();
        return switch (key()) {
            case "mixedmode" -> List.of(record(source, RecordKinds.RECORD, m, v[0], v[2], v[1]));
            case "chronoamperometry" -> List.of(record(source, RecordKinds.CA, m, v[0], v[2], v[1]));
            case "chronopotentiometry" -> List.of(record(source, RecordKinds.CP, m, v[0], v[1], v[2]));
            case String t when SWEEPS.containsKey(t) -> List.of(sweep(source, SWEEPS.get(t), m, v));
            default -> EisTables.of(source, name, m, List.of(EisTables.frequency(v[2]), EisTables.real(v[0]),
                    EisTables.minusImaginary(v[1])));
        };
    }

    private Metadata metadata() {
        Metadata m = Metadata.EMPTY.with("technique", technique);
        return IviumDate.of(started).map(t -> m.with(RecordColumns.STARTED, t.toString()))
                .orElseGet(() -> m.with("start", started));
    }

    private Table record(Source source, String kind, Metadata m, double[] seconds, double[] volts, double[] amperes) {
        return new Table(header(source, kind, m), List.of(Column.of(RecordColumns.TIME, "s", seconds),
                Column.of(RecordColumns.VOLTAGE, "V", volts), Column.of(RecordColumns.CURRENT, "A", amperes)));
    }

    private Table sweep(Source source, String kind, Metadata m, double[][] v) {
        DatasetHeader header = header(source, kind, m).remarking(Remark.warning("An Ivium file has no times of a "
                + "sweep: what needs a scan rate or a charge does not run on it; export it as text with headings for "
                + "those.")
                .coded("no-times"));
        return new Table(header, List.of(Column.of(RecordColumns.VOLTAGE, "V", v[0]), Column.of(RecordColumns.CURRENT,
                "A", v[1])));
    }

    private DatasetHeader header(Source source, String kind, Metadata m) {
        StatedFacts facts = StatedFacts.of(source.stated(), m.with("instrument", "Ivium"));
        DatasetHeader header = DatasetHeader.of(name, kind, facts.metadata()).remarking(Remark.info("The columns of an "
                + "Ivium file have no headings; those of '" + technique + "' are known from public descriptions of the "
                + "format.").coded("layout-unverified"));
        for (Remark r : facts.remarks()) {
            header = header.remarking(r);
        }
        return header;
    }

    /** Whether numbers rise in equal steps, as no real parts do. */
    private static boolean isTime(double[] v) {
        double step = v.length < FEWEST ? 0 : (v[v.length - 1] - v[0]) / (v.length - 1);
        if (!(step > 0)) {
            return false;
        }
        for (int i = 1; i < v.length; i++) {
            if (!(Math.abs(v[i] - v[i - 1] - step) <= SAME_STEP * step)) {
                return false;
            }
        }
        return true;
    }
}
