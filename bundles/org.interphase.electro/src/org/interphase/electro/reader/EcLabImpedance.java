package org.interphase.electro.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.RecordKinds;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/**
 * The datasets of an EC-Lab or BT-Lab record: a record over time, impedance spectra, or both where a technique does one
 * after the other (Modulo Bat). Rows without frequency are no impedance.
 */
final class EcLabImpedance {

    /** A battery technique of steps, impedance among them. */
    static final String MODULO_BAT = "Modulo Bat";

    private static final String PHASE = "Phase(Z)";
    private static final String MODULUS = "|Z|";

    private EcLabImpedance() {
    }

    /**
     * The datasets in a record.
     *
     * @param technique name of the technique
     * @param told what every dataset carries
     * @throws DatasetFormatException if an impedance technique has no row with a frequency
     */
    static List<Dataset> datasets(Source source, String name, String technique, Metadata metadata,
            List<Column> recorded, List<Remark> told) throws DatasetFormatException {
        List<Remark> remarks = new ArrayList<>(told);
        remarks.addAll(EcLabCell.remarks(metadata, source.stated()));
        String kind = EcLabColumns.kind(technique);
        boolean impedance = kind.equals(EisColumns.KIND);
        List<Column> columns = completed(recorded);
        if (!EcLabColumns.isImpedance(columns)) {
            return List.of(EcLabColumns.record(source, name, kind, metadata, recorded, remarks));
        }
        Column f = columns.stream().filter(c -> c.name().equals(EisColumns.FREQUENCY)).findFirst().orElseThrow();
        int[] without = IntStream.range(0, f.size()).filter(i -> !(f.get(i) > 0)).toArray();
        int[] with = IntStream.range(0, f.size()).filter(i -> f.get(i) > 0).toArray();
        // of a technique not known by name the majority of rows decides
        boolean mostly = kind.equals(RecordKinds.RECORD) && !technique.equalsIgnoreCase(MODULO_BAT)
                && with.length > without.length;
        if (impedance || mostly || without.length == 0) {
            return EisTables.of(source, name, metadata, columns, remarks);
        }
        List<Dataset> out = new ArrayList<>();
        out.add(EcLabColumns.record(source, name, kind, metadata, EisTables.pick(recorded, without), remarks));
        int start = 0;
        int number = 0;
        for (int k = 1; k <= with.length; k++) {
            if (k == with.length || with[k] != with[k - 1] + 1) {
                if (k - start > 2) {
                    int[] rows = Arrays.copyOfRange(with, start, k);
                    out.addAll(EisTables.of(source, name + " EIS " + ++number, metadata,
                            EisTables.pick(columns, rows), remarks));
                }
                start = k;
            }
        }
        return out;
    }

    /** The columns with real and imaginary part, where the record has only modulus and phase. */
    private static List<Column> completed(List<Column> columns) {
        Column modulus = find(columns, MODULUS);
        Column phase = find(columns, PHASE);
        if (modulus == null || phase == null || find(columns, EisColumns.RE) != null
                || find(columns, EisColumns.MINUS_IM) != null) {
            return columns;
        }
        double[] re = new double[modulus.size()];
        double[] minus = new double[re.length];
        for (int i = 0; i < re.length; i++) {
            double angle = Math.toRadians(phase.get(i));
            re[i] = modulus.get(i) * Math.cos(angle);
            minus[i] = 0 - modulus.get(i) * Math.sin(angle);
        }
        List<Column> out = new ArrayList<>(columns);
        out.add(Column.of(EisColumns.RE, modulus.unit(), re));
        out.add(Column.of(EisColumns.MINUS_IM, modulus.unit(), minus));
        return out;
    }

    private static Column find(List<Column> columns, String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
    }
}
