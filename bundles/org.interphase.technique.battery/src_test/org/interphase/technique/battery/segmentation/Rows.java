package org.interphase.technique.battery.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.interphase.api.AnalysisException;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;

/** A record written row by row, with the charge each row's counter would show. */
public final class Rows {

    /** Time, voltage, current, step, cycle, charge counter, discharge counter, date. */
    public final List<double[]> rows = new ArrayList<>();
    private double t;
    private double qc;
    private double qd;
    private int step;
    public int cycle = 1;

    /** Rows of a step: every dt from its start to its end, both logged. */
    public Rows step(int n, double dt, DoubleUnaryOperator current, DoubleUnaryOperator voltage) {
        step++;
        double before = Double.NaN;
        for (int k = 0; k < n; k++) {
            double f = n == 1 ? 0 : k / (n - 1.0);
            double i = current.applyAsDouble(f);
            if (k > 0) {
                t += dt;
                double q = (i + before) / 2 * dt / 3600;
                qc += Math.max(0, q);
                qd += Math.max(0, -q);
            }
            before = i;
            rows.add(new double[] {t, voltage.applyAsDouble(f), i, step, cycle, qc, qd, 1.7e9 + t});
        }
        return this;
    }

    public Rows rest(int n, double dt, double v) {
        return step(n, dt, f -> 0, f -> v);
    }

    public Rows constant(int n, double dt, double i, double from, double to) {
        return step(n, dt, f -> i, f -> from + (to - from) * f);
    }

    /** A taper from a current to a smaller one at one voltage. */
    public Rows held(int n, double dt, double from, double to, double v) {
        return step(n, dt, f -> from * Math.pow(to / from, f), f -> v);
    }

    /** Time that no row tells of. */
    public Rows pause(double seconds) {
        t += seconds;
        return this;
    }

    public Rows nextCycle() {
        cycle++;
        return this;
    }

    /** A charge and a discharge between 3 and 4 V with rests, 1 A for an hour each. */
    public Rows cycle(double i) {
        return constant(61, 60, i, 3.1, 4.1).rest(11, 60, 4).constant(61, 60, -i, 3.9, 2.9).rest(11, 60, 3);
    }

    public double[] last() {
        return rows.get(rows.size() - 1);
    }

    public Table table(String... columns) {
        List<String> all = List.of(RecordColumns.TIME, RecordColumns.VOLTAGE, RecordColumns.CURRENT,
                RecordColumns.STEP, RecordColumns.CYCLE, RecordColumns.CHARGE_CAPACITY,
                RecordColumns.DISCHARGE_CAPACITY, RecordColumns.DATE);
        List<String> units = List.of("s", "V", "A", "1", "1", "A.h", "A.h", "s");
        List<Column> out = new ArrayList<>();
        for (int c = 0; c < all.size(); c++) {
            int k = c;
            if (c < 3 || List.of(columns).contains(all.get(c))) {
                out.add(Column.of(all.get(c), units.get(c), rows.stream().mapToDouble(r -> r[k]).toArray()));
            }
        }
        return new Table(DatasetHeader.of("cell", RecordColumns.CYCLING, Metadata.EMPTY), out);
    }

    /** With the counter of charge as one counter of both directions. */
    CellSegmentation segmentCapacity() throws AnalysisException {
        Table t = table();
        List<Column> columns = new ArrayList<>(t.columns());
        columns.add(Column.of(RecordColumns.CAPACITY, "A.h", rows.stream().mapToDouble(r -> r[5]).toArray()));
        return Segmenter.segment(CellRecord.of(new Table(t.header(), columns)).orElseThrow(),
                SegmentationRules.AUTOMATIC);
    }

    /** With the time since each step began. */
    CellSegmentation segmentStepTime() throws AnalysisException {
        double[] since = new double[rows.size()];
        double begin = 0;
        for (int i = 0; i < since.length; i++) {
            begin = i == 0 || rows.get(i)[3] != rows.get(i - 1)[3] ? rows.get(i)[0] : begin;
            since[i] = rows.get(i)[0] - begin;
        }
        Table t = table(RecordColumns.STEP);
        List<Column> columns = new ArrayList<>(t.columns());
        columns.add(Column.of(RecordColumns.STEP_TIME, "s", since));
        return Segmenter.segment(CellRecord.of(new Table(t.header(), columns)).orElseThrow(),
                SegmentationRules.AUTOMATIC);
    }

    public CellSegmentation segment(SegmentationRules rules, String... columns) throws AnalysisException {
        return Segmenter.segment(CellRecord.of(table(columns)).orElseThrow(), rules);
    }

    public CellSegmentation segment(String... columns) throws AnalysisException {
        return segment(SegmentationRules.AUTOMATIC, columns);
    }

    public static List<String> codes(CellSegmentation s) {
        return s.remarks().stream().map(Remark::code).toList();
    }

    public static String types(CellSegmentation s) {
        StringBuilder out = new StringBuilder();
        for (CellStep c : s.steps()) {
            String sign = c.direction() > 0 ? "+" : c.direction() < 0 ? "-" : "";
            out.append(switch (c.type()) {
                case REST -> "R";
                case CONSTANT_CURRENT -> "C";
                case CONSTANT_VOLTAGE -> "V";
                case PULSE -> "P";
                case SWEEP -> "S";
                case OTHER -> "O";
            }).append(sign).append(' ');
        }
        return out.toString().strip();
    }
}
