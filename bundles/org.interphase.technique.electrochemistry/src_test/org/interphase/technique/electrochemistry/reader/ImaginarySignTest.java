package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.electro.impedance.EisTables;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;

/** The sign of an imaginary part is what heading or person say, unless the numbers can't have it. */
class ImaginarySignTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e5, 0.1, 31);
    private static final ImpedanceTextReader READER = new ImpedanceTextReader();

    private static Source file(String heading, double[] x, double[] a, double[] b) {
        StringBuilder out = new StringBuilder(heading.isEmpty() ? "" : heading + "\n");
        for (int i = 0; i < x.length; i++) {
            out.append(String.format(Locale.ROOT, "%.8g,%.8g,%.8g%n", x[i], a[i], b[i]));
        }
        return Source.of("cell.csv", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static double[][] battery(double inductance, double noise) {
        double[][] z = ImpedanceTruth.of(10, new Arc(50, 1e-3, 0.9), new Arc(30, 0.5, 0.8)).measured(HERTZ, noise, 1);
        for (int i = 0; i < HERTZ.length; i++) {
            z[1][i] += 2 * Math.PI * HERTZ[i] * inductance;
        }
        return z;
    }

    private static double im(Dataset d, int row) {
        return -((Table) d).column("-Im(Z)").orElseThrow().get(row);
    }

    private static List<Remark> warnings(Dataset d) {
        return d.header().remarks().stream().filter(r -> r.level() == Remark.Level.WARNING).toList();
    }

    @Test
    void numbersOfTheOppositeSignAreTurnedAndSaidSo() throws Exception {
        for (double inductance : new double[] {0, 2e-5}) {
            double[][] z = battery(inductance, 0.002);
            for (String heading : new String[] {"f/Hz,Re(Z)/Ohm,Im(Z)/Ohm", "f/Hz,Re(Z)/Ohm,-Im(Z)/Ohm"}) {
                boolean minus = heading.contains("-");
                double[] wrong = minus ? z[1] : EisTables.negated(z[1]);
                Dataset d = READER.read(file(heading, HERTZ, z[0], wrong), Progress.none()).get(0);
                assertEquals(z[1][15], im(d, 15), 1e-5, heading);
                assertTrue(warnings(d).get(0).text().startsWith("The sign of Im(Z) looks reversed"), heading);
                Dataset right = READER.read(file(heading, HERTZ, z[0], EisTables.negated(wrong)), Progress.none())
                        .get(0);
                assertEquals(z[1][15], im(right, 15), 1e-5);
                assertEquals(List.of(), warnings(right));
            }
        }
    }

    @Test
    void aShortedLeadIsAnInductance() throws Exception {
        double[] re = new double[HERTZ.length];
        double[] im = new double[HERTZ.length];
        for (int i = 0; i < re.length; i++) {
            re[i] = 0.012 * (1 + 1e-3 * Math.sin(7 * i));
            im[i] = 2 * Math.PI * HERTZ[i] * 1.2e-7;
        }
        Dataset d = READER.read(file("f/Hz,Re(Z)/Ohm,Im(Z)/Ohm", HERTZ, re, im), Progress.none()).get(0);
        assertEquals(im[0], im(d, 0), 1e-8);
        assertEquals(List.of(), warnings(d));
    }

    @Test
    void whatIsStatedOfTheSignIsObeyed() throws Exception {
        double[][] z = battery(0, 0.002);
        Source s = file("f/Hz,Re(Z)/Ohm,Im(Z)/Ohm", HERTZ, z[0], EisTables.negated(z[1]));
        Dataset obeyed = READER.read(s.stating(Stated.of(Map.of("signal", "Im(Z)"))), Progress.none()).get(0);
        assertEquals(-z[1][15], im(obeyed, 15), 1e-5);
        Dataset turned = READER.read(s.stating(Stated.of(Map.of("signal", "-Im(Z)"))), Progress.none()).get(0);
        assertEquals(z[1][15], im(turned, 15), 1e-5);
    }

    private static double[] of(double[] x, DoubleUnaryOperator f) {
        return java.util.Arrays.stream(x).map(f).toArray();
    }

    @Test
    void aGraphOverTimeIsNoImpedance() throws Exception {
        double[] time = new double[400];
        for (int i = 0; i < time.length; i++) {
            time[i] = 1e-3 * (i + 1);
        }
        Source lissajous = file("", time, of(time, t -> Math.sin(60 * t)), of(time, t -> Math.cos(60 * t)));
        assertEquals(0, READER.confidence(SourceHead.of(lissajous)));
        double[] log = HERTZ;
        Source sine = file("", log, of(log, f -> 2 + Math.sin(3 * Math.log(f))), of(log, f -> Math.sin(5 * f)));
        assertEquals(0, READER.confidence(SourceHead.of(sine)));
        double[][] z = battery(0, 0.002);
        assertTrue(READER.confidence(SourceHead.of(file("", HERTZ, z[0], z[1]))) > 0);
    }

    @Test
    void aTableStatedToBeImpedanceIsReadByItsNumbers() throws Exception {
        double[][] z = battery(0, 0.002);
        Source s = file("a,b,c", HERTZ, z[0], z[1]);
        assertEquals(0, READER.confidence(SourceHead.of(s)));
        Source stated = s.stating(Stated.of(Map.of("kind", "eis", "area", "2", "temperature", "60", "thickness",
                "500 um")));
        assertTrue(READER.confidence(SourceHead.of(stated)) > 0);
        Dataset d = READER.read(stated, Progress.none()).get(0);
        assertEquals(z[1][15], im(d, 15), 1e-5);
        assertEquals(2, d.metadata().number("electrode area", "cm2").orElseThrow());
        assertEquals(60, d.metadata().number("temperature", "degC").orElseThrow(), 1e-9);
        assertEquals(500, d.metadata().number("thickness", "um").orElseThrow(), 1e-9);
        assertFalse(d.metadata().text("electrode area source").isEmpty());
    }

    @Test
    void theUnitOfFrequenciesWithoutHeadingMayBeStated() throws Exception {
        double[][] z = battery(0, 0.002);
        Source s = file("", of(HERTZ, f -> f / 1000), z[0], z[1]);
        Table t = (Table) READER.read(s.stating(Stated.of(Map.of("kind", "eis", "unit", "kHz"))), Progress.none())
                .get(0);
        assertEquals(1e5, t.column("frequency").orElseThrow().get(0), 1e-3);
    }

    @Test
    void aMissingCellLeavesOutItsRowAndNamesItsLine() throws Exception {
        double[][] z = battery(0, 0.002);
        StringBuilder out = new StringBuilder("f/Hz,Re(Z)/Ohm,Im(Z)/Ohm\n");
        for (int i = 0; i < HERTZ.length; i++) {
            out.append(HERTZ[i]).append(',').append(i == 11 ? "" : z[0][i]).append(',').append(z[1][i]).append('\n');
        }
        List<Dataset> found = READER.read(Source.of("cell.csv", out.toString().getBytes(StandardCharsets.UTF_8)),
                Progress.none());
        assertEquals(1, found.size());
        assertEquals(HERTZ.length - 1, ((Table) found.get(0)).rows());
        assertTrue(found.get(0).header().remarks().get(0).text().contains("Line 13"));
    }
}
