package org.interphase.electro.reader;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.Source;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.record.RecordKinds;
import org.interphase.electro.record.StatedFacts;
import org.interphase.model.Column;
import org.interphase.model.ColumnPage;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/** Names, units and kinds of data of EC-Lab records, common to its text and binary files. */
final class EcLabColumns {

    private static final Map<String, String> RENAMED = Map.of("freq", EisColumns.FREQUENCY);

    private EcLabColumns() {
    }

    /** A column from a heading such as {@code Re(Z)/Ohm}; what stands behind the last slash is the unit if known. */
    static Column column(String heading, double[] values) {
        return Column.of(name(heading), unitOf(heading), values);
    }

    /** The same of pages, which are not copied. */
    static Column column(String heading, List<ColumnPage> pages) {
        return Column.of(name(heading), unitOf(heading), pages);
    }

    private static Unit unitOf(String heading) {
        String h = heading.strip();
        int slash = h.lastIndexOf('/');
        boolean plain = slash <= 0 || h.startsWith("control/V/") || h.equals("ox/red");
        return plain || !Unit.isKnown(unit(h.substring(slash + 1))) ? Unit.ONE : Unit.of(unit(h.substring(slash + 1)));
    }

    private static String name(String heading) {
        String h = heading.strip();
        int slash = h.lastIndexOf('/');
        if (slash <= 0 || h.startsWith("control/V/") || h.equals("ox/red")
                || !Unit.isKnown(unit(h.substring(slash + 1)))) {
            return h;
        }
        String name = h.substring(0, slash);
        return RENAMED.getOrDefault(name, name);
    }

    /** A unit as EC-Lab writes it, in the form of this suite. */
    static String unit(String text) {
        // EC-Lab writes the micro sign in the code page of the computer
        String t = text.strip();
        if (t.length() > 1 && t.charAt(0) > 127 && t.charAt(0) != '\u00b0' && (t.startsWith("F", 1)
                || t.startsWith("m", 1) || t.startsWith("A", 1) || t.startsWith("V", 1))) {
            return "u" + t.substring(1).replaceAll("[^\\x00-\\x7f]", "u");
        }
        return t;
    }

    /** Whether these columns are an impedance spectrum. */
    static boolean isImpedance(List<Column> columns) {
        return has(columns, EisColumns.FREQUENCY) && has(columns, EisColumns.RE) && has(columns, EisColumns.MINUS_IM);
    }

    private static boolean has(List<Column> columns, String name) {
        return columns.stream().anyMatch(c -> c.name().equals(name));
    }

    /** A record that is no impedance spectrum, with what is stated of it and what was noticed. */
    static Table record(Source source, String name, String kind, Metadata metadata, List<Column> columns,
            List<Remark> remarks) {
        StatedFacts facts = StatedFacts.of(source.stated(), metadata);
        DatasetHeader header = DatasetHeader.of(name, kind.equals(EisColumns.KIND) ? RecordKinds.RECORD : kind,
                facts.metadata());
        for (Remark r : remarks) {
            header = header.remarking(r);
        }
        for (Remark r : facts.remarks()) {
            header = header.remarking(r);
        }
        return new Table(header, columns);
    }

    /** Kind of data of a technique by its English name in EC-Lab. */
    static String kind(String technique) {
        String t = technique.toLowerCase(Locale.ROOT);
        if (t.contains("impedance") || t.matches("s?[pg]eis")) {
            return EisColumns.KIND;
        }
        if (t.contains("cyclic voltammetry") || t.equals("cv")) {
            return RecordKinds.CV;
        }
        if (t.contains("galvanostatic cycling") || t.equals("gcpl")) {
            return RecordKinds.GCPL;
        }
        if (t.contains("open circuit") || t.equals("ocv")) {
            return RecordKinds.OCV;
        }
        if (t.contains("linear sweep") || t.equals("lsv")) {
            return RecordKinds.LSV;
        }
        if (t.contains("chronoamperometry") || t.equals("ca")) {
            return RecordKinds.CA;
        }
        if (t.contains("chronopotentiometry") || t.equals("cp")) {
            return RecordKinds.CP;
        }
        return RecordKinds.RECORD;
    }
}
