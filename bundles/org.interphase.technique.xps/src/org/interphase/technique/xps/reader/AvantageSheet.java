package org.interphase.technique.xps.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.io.RowNote;
import org.interphase.io.Sheet;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.xps.storedfit.StoredFit;

/** A sheet of an Avantage workbook that holds energies: its regions, and what stands above and beside them. */
final class AvantageSheet {

    private static final int LABELS_BELOW = 60;
    private static final int FEWEST_ROWS = 3;

    private final Source source;
    private final Sheet s;
    private final int heading;
    private final int energy;
    private final int first;

    /**
     * A sheet.
     *
     * @param heading row of the headings, from 0
     * @param energy column of the energies
     */
    AvantageSheet(Source source, Sheet sheet, int heading, int energy) {
        this.source = source;
        this.s = sheet;
        this.heading = heading;
        this.energy = energy;
        this.first = heading + (Double.isNaN(s.number(heading + 1, energy)) ? 2 : 1);
    }

    /** Columns of measured counts: Avantage leaves the heading above them empty or repeats the unit. */
    static int[] signals(Sheet s, int heading, int energy) {
        return IntStream.range(energy + 1, Math.max(s.width(heading), s.width(heading + 1))).filter(c -> {
            String h = s.text(heading, c).strip().toLowerCase(Locale.ROOT);
            String u = s.text(heading + 1, c).strip().toLowerCase(Locale.ROOT);
            return h.startsWith("counts") || h.isEmpty() && u.startsWith("counts");
        }).toArray();
    }

    List<Dataset> regions(Set<String> names) throws DatasetFormatException {
        boolean kinetic = s.text(heading, energy).strip().toLowerCase(Locale.ROOT).startsWith("kinetic");
        String gun = parameter("source gun type", "source type", "x-ray source", "source");
        EnergyScale scale = EnergyScale.of(kinetic, Double.NaN, gun, source.stated());
        Metadata m = Metadata.EMPTY.with("format", "Thermo Avantage workbook").with("source", gun)
                .with("pass energy", quantity(parameter("pass energy"), "ev", 1), "eV")
                .with("dwell time", dwell(parameter("dwell time")), "s");
        double scans = quantity(parameter("number of scans"), "", 1);
        m = scans > 0 ? m.with("scans", scans) : m;
        List<Dataset> out = new ArrayList<>();
        int[] signals = signals(s, heading, energy);
        for (int c : signals) {
            out.add(RegionCurves.asStated(region(c, scale, RegionCurves.unique(s.name(), names), m,
                    signals.length == 1), source.stated()));
        }
        return out;
    }

    private Curve region(int signal, EnergyScale scale, String name, Metadata m, boolean fitted)
            throws DatasetFormatException {
        List<RowNote> notes = new ArrayList<>();
        int[] rows = rows(signal, notes);
        if (rows.length < FEWEST_ROWS) {
            throw new DatasetFormatException(source.name(), s.position(first, energy), "the region has fewer than "
                    + "three rows");
        }
        double[] x = column(rows, energy);
        String label = (s.text(heading, signal) + " " + s.text(heading + 1, signal)).toLowerCase(Locale.ROOT);
        Unit unit = Unit.of(label.replace(" ", "").contains("counts/s") ? "counts/s" : "counts");
        Curve curve = RegionCurves.curve(source.name(), s.position(first, energy), name, x, scale,
                column(rows, signal), unit, m);
        DatasetHeader header = curve.header();
        for (Remark r : RowNote.remarks(notes)) {
            header = header.remarking(r);
        }
        curve = curve.withHeader(header);
        boolean reversed = RegionCurves.over(x, scale).isConverted();
        Optional<StoredFit> fit = fitted ? AvantageFit.of(fitColumns(rows, x, reversed)) : Optional.empty();
        return fit.isPresent() ? curve.with(fit.get()) : curve;
    }

    /** The rows with energy and signal, to the last of them or a word among the energies; others are noted. */
    private int[] rows(int signal, List<RowNote> notes) {
        int end = first;
        int last = first;
        while (end < s.height() && (s.text(end, energy).isBlank() || !Double.isNaN(s.number(end, energy)))) {
            end++;
            last = Double.isNaN(s.number(end - 1, energy)) && Double.isNaN(s.number(end - 1, signal)) ? last : end;
        }
        int[] out = new int[last - first];
        int n = 0;
        for (int r = first; r < last; r++) {
            boolean x = !Double.isNaN(s.number(r, energy));
            boolean y = !Double.isNaN(s.number(r, signal));
            if (x && y) {
                out[n++] = r;
            } else {
                notes.add(new RowNote(r + 1, x || y ? RowNote.Reason.MISSING_CELL : RowNote.Reason.EMPTY,
                        x ? "counts" : y ? "energy" : "", s.name()));
            }
        }
        return Arrays.copyOf(out, n);
    }

    private double[] column(int[] rows, int column) {
        return Arrays.stream(rows).mapToDouble(r -> s.number(r, column)).toArray();
    }

    /** Columns with a heading of their own and counts as unit, in the order of the curve. */
    private List<AvantageFit.Column> fitColumns(int[] rows, double[] x, boolean reversed) {
        List<AvantageFit.Column> out = new ArrayList<>();
        for (int c = energy + 1; c < s.width(heading); c++) {
            String h = s.text(heading, c).strip();
            if (!h.isEmpty() && s.text(heading + 1, c).strip().toLowerCase(Locale.ROOT).startsWith("counts")) {
                out.add(new AvantageFit.Column(h, RegionCurves.inOrder(x, reversed, column(rows, c))));
            }
        }
        return out;
    }

    /** Value beside, or after the colon of, the first label above or beside the data that is one of these. */
    private String parameter(String... labels) {
        for (String label : labels) {
            for (int r = 0; r < Math.min(s.height(), heading + LABELS_BELOW); r++) {
                for (int c = 0; c < s.width(r); c++) {
                    String[] split = s.text(r, c).split(":", 2);
                    if (split[0].strip().equalsIgnoreCase(label)) {
                        return split.length > 1 && !split[1].isBlank() ? split[1].strip() : s.text(r, c + 1);
                    }
                }
            }
        }
        return "";
    }

    private static double dwell(String text) {
        double ms = quantity(text, "ms", 1e-3);
        return Double.isNaN(ms) ? quantity(text, "s", 1) : ms;
    }

    /** The number of "50.0 eV" where the unit is this one, times a factor; NaN otherwise. */
    private static double quantity(String text, String unit, double factor) {
        String[] words = text.strip().split("\\s+");
        boolean same = words.length == 2 ? Arrays.asList(unit, unit + "ecs", unit + "ec").contains(words[1]
                .toLowerCase(Locale.ROOT)) : words.length == 1 && unit.isEmpty();
        try {
            return same && !words[0].isEmpty() ? Double.parseDouble(words[0]) * factor : Double.NaN;
        } catch (NumberFormatException e) {
            // a parameter that is no number is not known
            return Double.NaN;
        }
    }
}
