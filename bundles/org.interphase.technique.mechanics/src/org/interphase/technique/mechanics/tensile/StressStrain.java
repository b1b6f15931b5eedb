package org.interphase.technique.mechanics.tensile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;

/**
 * Engineering stress over engineering strain in the order of the record.
 *
 * @param strain pure number
 * @param stress MPa
 * @param fromForce whether stress is force over the cross-section
 * @param fromExtension whether strain is extension over the gauge length
 * @param crosshead whether the extension is the travel of the crosshead
 * @param remarks what was taken from where
 */
public record StressStrain(double[] strain, double[] stress, boolean fromForce, boolean fromExtension,
        boolean crosshead, List<Remark> remarks) {

    private static final int LEAST = 8;
    private static final double CONTRADICTION = 0.01;

    /**
     * The curve of a record.
     *
     * @param section cross-section in mm2, or null for the file's
     * @param gauge gauge length in mm, or null for the file's
     * @throws AnalysisException asking for what neither file nor parameters state
     */
    public static StressStrain of(Table table, Double section, Double gauge) throws AnalysisException {
        List<Remark> remarks = new ArrayList<>();
        boolean fromForce = table.column(TensileTable.FORCE).isPresent()
                && (section != null || area(table.metadata()).isPresent()
                        || table.column(TensileTable.STRESS).isEmpty());
        double[] stress = fromForce ? scaled(table.column(TensileTable.FORCE).orElseThrow(), "N",
                section(table.metadata(), section, remarks)) : scaled(table.column(TensileTable.STRESS)
                        .orElseThrow(() -> new AnalysisException("there is neither force nor stress in the record")),
                "MPa", 1);
        Optional<Column> own = table.column(TensileTable.STRAIN);
        boolean crosshead = own.isEmpty() && table.column(TensileTable.EXTENSION).isEmpty();
        double[] strain;
        if (own.isPresent()) {
            strain = scaled(own.get(), "1", 1);
        } else {
            Column c = table.column(TensileTable.EXTENSION).or(() -> table.column(TensileTable.CROSSHEAD))
                    .orElseThrow(() -> new AnalysisException("there is neither extension nor strain in the record"));
            strain = scaled(c, "mm", gauge(table.metadata(), gauge, remarks));
            double first = crosshead ? first(strain) : 0;
            for (int i = 0; i < strain.length; i++) {
                strain[i] -= first;
            }
        }
        return clean(strain, stress, fromForce, own.isEmpty(), crosshead, remarks);
    }

    private static double first(double[] v) {
        for (double x : v) {
            if (!Double.isNaN(x)) {
                return x;
            }
        }
        return 0;
    }

    private static double[] scaled(Column c, String unit, double by) throws AnalysisException {
        Unit to = Unit.of(unit);
        if (!c.unit().isCompatible(to)) {
            throw new AnalysisException(c.name() + " is in " + c.unit().pretty() + ", which is no " + to.pretty());
        }
        double[] out = c.values(to);
        for (int i = 0; i < out.length; i++) {
            out[i] /= by;
        }
        return out;
    }

    private static StressStrain clean(double[] e, double[] s, boolean fromForce, boolean fromExtension,
            boolean crosshead, List<Remark> remarks) throws AnalysisException {
        int n = 0;
        for (int i = 0; i < e.length; i++) {
            if (Double.isFinite(e[i]) && Double.isFinite(s[i])) {
                e[n] = e[i];
                s[n++] = s[i];
            }
        }
        if (n < LEAST) {
            throw new AnalysisException("there are " + n + " points with stress and strain; a tensile test needs "
                    + LEAST + " or more");
        }
        double[] strain = java.util.Arrays.copyOf(e, n);
        double[] stress = java.util.Arrays.copyOf(s, n);
        double most = java.util.Arrays.stream(stress).max().orElseThrow();
        double least = java.util.Arrays.stream(stress).min().orElseThrow();
        if (!(most > 0) || -least > most) {
            throw new AnalysisException("the force is negative where it is largest: this is compression, or tension "
                    + "counted negative, and not a tensile test as it stands");
        }
        return new StressStrain(strain, stress, fromForce, fromExtension, crosshead, remarks);
    }

    /** Cross-section in mm2 a file states, by itself or by diameter, or width and thickness. */
    public static OptionalDouble area(Metadata m) {
        OptionalDouble own = m.number(TensileTable.SECTION, "mm2");
        return own.isPresent() ? own : sides(m);
    }

    private static OptionalDouble sides(Metadata m) {
        OptionalDouble d = m.number(TensileTable.DIAMETER, "mm");
        OptionalDouble w = m.number(TensileTable.WIDTH, "mm");
        OptionalDouble t = m.number(TensileTable.THICKNESS, "mm");
        if (d.isPresent()) {
            return OptionalDouble.of(Math.PI / 4 * d.getAsDouble() * d.getAsDouble());
        }
        return w.isPresent() && t.isPresent() ? OptionalDouble.of(w.getAsDouble() * t.getAsDouble())
                : OptionalDouble.empty();
    }

    private static double section(Metadata m, Double given, List<Remark> remarks) throws AnalysisException {
        OptionalDouble file = area(m);
        if (given == null && file.isEmpty()) {
            throw new AnalysisException("the file does not state the cross-section of the specimen, and no stress: set "
                    + "the parameter section, in mm2");
        }
        OptionalDouble sides = sides(m);
        if (given == null && sides.isPresent() && differ(sides.getAsDouble(), file.getAsDouble())) {
            remarks.add(Remark.warning("The file states a cross-section of " + Numbers.plain(file.getAsDouble(), 5)
                    + " mm2, but its sides give " + Numbers.plain(sides.getAsDouble(), 5) + " mm2; the former is "
                    + "taken.").coded("section"));
        }
        if (given != null && file.isPresent() && differ(given, file.getAsDouble())) {
            remarks.add(Remark.warning("The cross-section is taken as " + Numbers.plain(given, 5) + " mm2, as set; the "
                    + "file states " + Numbers.plain(file.getAsDouble(), 5) + " mm2.").coded("section"));
        }
        return given != null ? given : file.getAsDouble();
    }

    private static double gauge(Metadata m, Double given, List<Remark> remarks) throws AnalysisException {
        OptionalDouble file = m.number(TensileTable.GAUGE, "mm");
        if (given == null && file.isEmpty()) {
            throw new AnalysisException("the file does not state the gauge length, and no strain: set the parameter "
                    + "gauge, in mm");
        }
        if (given != null && file.isPresent() && differ(given, file.getAsDouble())) {
            remarks.add(Remark.warning("The gauge length is taken as " + Numbers.plain(given, 5) + " mm, as set; the "
                    + "file states " + Numbers.plain(file.getAsDouble(), 5) + " mm.").coded("gauge"));
        }
        return given != null ? given : file.getAsDouble();
    }

    private static boolean differ(double a, double b) {
        return Math.abs(a - b) > CONTRADICTION * b;
    }

    /** Number of points. */
    public int size() {
        return strain.length;
    }
}
