package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interphase.api.AnalysisException;
import org.interphase.api.Fact;
import org.interphase.api.Outcome;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that were once read wrongly, each with what is right for it. */
class ReportedCasesTest {

    private static Source source(String name) {
        Path data = SharedData.require("../cases/" + name);
        return Source.of(data);
    }

    private static List<Dataset> read(String name) throws IOException {
        return Steps.read(source(name));
    }

    private static Measurement fraction(Dataset d) throws AnalysisException {
        return Steps.recipe("ftir/pvdf-phase", d, Map.of()).get("phase").measurements().stream()
                .filter(m -> m.name().equals("F(beta)")).findFirst().orElseThrow();
    }

    private static String remarks(Dataset d) {
        return d.header().remarks().stream().map(Remark::text).collect(Collectors.joining("\n"));
    }

    /** The same film in nanometres, milli-absorbance, Kubelka-Munk units and a JCAMP file with a rounded step. */
    @ParameterizedTest
    @CsvSource({"v02d_nm.csv, ftir.absorbance", "v15_mAU.csv, ftir.absorbance", "v14_kubelka.csv, ftir.kubelka-munk"})
    void unitsChangeNothingOfThePhases(String file, String kind) throws IOException, AnalysisException {
        Curve c = (Curve) read(file).get(0);
        assertEquals(kind, c.kind().id());
        assertEquals(1801, c.axis().size());
        assertEquals(400, c.axis().min(), 0.01);
        assertEquals(4000, c.axis().max(), 0.01);
        Measurement f = fraction(c);
        assertEquals(0.641, f.value(), 3 * f.uncertainty());
    }

    /** Interference fringes of 0.02 absorbance and 140 cm-1 over a film with a share of 0.35. */
    @Test
    void fringesAreInTheUncertaintyOfTheShare() throws IOException, AnalysisException {
        Measurement f = fraction(read("08_pvdf_fringe.csv").get(0));
        assertTrue(f.uncertainty() < 0.15, f.pretty());
        assertEquals(0.35, f.value(), f.uncertainty(), f.pretty());
    }

    /** Liquid water at 1640 cm-1 beside PVDF, measured to 1850 cm-1 only. */
    @Test
    void waterIsNotCalledADoubleBond() throws IOException, AnalysisException {
        Outcome o = Steps.recipe("ftir/c-double-bond", read("06_ftir_water_called_cc.csv").get(0), Map.of()).get("fit");
        Measurement area = Steps.measurement(o, "C=C area");
        assertTrue(area.verdict().isWithheld() && area.verdict().reason().contains("water"), area.pretty());
        assertEquals(1640, Steps.measurement(o, "unassigned band position").value(), 2);
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("water")), o.remarks().toString());
        assertTrue(o.remarks().stream().noneMatch(r -> r.text().contains("G band")), o.remarks().toString());
        assertTrue(o.measurements().stream().noneMatch(m -> m.name().contains("(C=C)")), o.measurements().toString());
    }

    @Test
    void aRoundedStepIsOutweighedByBothEnds() throws IOException {
        Curve c = (Curve) read("j04_deltax_rounded.dx").get(0);
        assertEquals(1801, c.axis().size());
        for (int i = 0; i < 1801; i++) {
            assertEquals(400 + 2 * i, c.axis().get(i), 1e-9);
        }
        assertEquals(1944e-5, c.signal().get(0), 1e-12);
    }

    @Test
    void packedDigitsBehindADecimalAbscissaAreNoExponent() throws IOException {
        Curve c = (Curve) read("j11c_sqz_E_dec.dx").get(0);
        assertEquals(300, c.axis().size());
        assertEquals(998.125, c.axis().max(), 1e-9);
        // "704.125" begins a line with E: 5 and digits, between its neighbours
        double[] y = c.signal().values();
        for (int i = 1; i < y.length; i++) {
            assertTrue(Math.abs(y[i] - y[i - 1]) < 0.04, "a jump at point " + i);
        }
    }

    @Test
    void aGraphInJcampIsNoSpectrumOfThisTechnique() throws IOException {
        assertFalse(Steps.isOurs(source("j13_uvvis_graph.jdx")));
    }

    @Test
    void nanometresAreNeverAShift() throws IOException {
        Curve open = (Curve) read("v06_raman_nm.csv").get(0);
        assertEquals("nm", open.axis().unit().text());
        assertTrue(remarks(open).contains("--laser"), remarks(open));
        Curve c = (Curve) Steps.read(source("v06_raman_nm.csv").stating(Stated.NOTHING.with(Fact.LASER, "532")))
                .get(0);
        assertEquals("Raman shift", c.axis().quantity());
        assertEquals(1e7 / 532 - 1e7 / 534.8454, c.axis().min(), 1e-6);
    }

    @Test
    void aListOfPointsIsAMap() throws IOException {
        CurveStack map = (CurveStack) read("v08b_wire_map.txt").get(0);
        assertEquals("raman.map", map.kind().id());
        assertEquals(284, map.axis().size());
        assertEquals(5, map.curves() - (int) java.util.stream.IntStream.range(0, map.curves())
                .filter(i -> Double.isNaN(map.get(i, 0))).count());
    }

    @Test
    void emptyCellsLeaveTheRest() throws IOException {
        Curve c = (Curve) read("v11b_empty_mid.csv").get(0);
        // 1801 rows, of which lines 902 and 903 have no absorbance
        assertEquals(1799, c.axis().size());
        assertEquals(400, c.axis().min());
        assertEquals(4000, c.axis().max());
        assertTrue(remarks(c).contains("902") && remarks(c).contains("903"), remarks(c));
    }

    @Test
    void pixelsNeverMeasuredCountNowhere() throws IOException, AnalysisException {
        Outcome o = Steps.recipe("raman/map", read("v20_labspec_map_aborted.txt").get(0), Map.of()).get("bands");
        assertTrue(o.measurements().stream().anyMatch(m -> m.name().endsWith("detected in") && m.value() == 100),
                o.measurements().toString());
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().startsWith("3 of 20")), o.remarks().toString());
    }

    @Test
    void spectraAtOnePlaceAreNoMap() throws IOException {
        List<Dataset> two = read("s03_xmy.spc");
        assertEquals(List.of("ftir.absorbance", "ftir.absorbance"), two.stream().map(d -> d.kind().id()).toList());
        Curve first = (Curve) two.get(0);
        Curve second = (Curve) two.get(1);
        assertArrayEquals(first.axis().values(), second.axis().values());
        assertEquals(2 * first.signal().get(900), second.signal().get(900), 1e-6);
    }
}
