package org.interphase.technique.electrochemistry.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.figure.Layer;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shared cases whose numbers were wrong: each is right now, or doubtful or withheld with the reason. */
class NumberCasesTest {

    private static Outcome kk(String file) throws Exception {
        return new EisKramersKronig().apply(Spectra.recorded("../../cases/" + file),
                Parameters.defaults(EisKramersKronig.Parameters.class), Progress.none());
    }

    private static Outcome drt(String file) throws Exception {
        return new EisDrt().apply(Spectra.recorded("../../cases/" + file), Parameters.defaults(EisDrt.Parameters.class),
                Progress.none());
    }

    private static Outcome fit(String file, String circuit) throws Exception {
        return new EisFit(ElementLibrary::standard).apply(Spectra.recorded("../../cases/" + file),
                Spectra.fit(circuit, "modulus"), Progress.none());
    }

    private static Measurement find(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError("no '" + name + "' among " + o.measurements()));
    }

    private static void rightOrDoubtful(Measurement m, double truth) {
        assertTrue(!m.verdict().isSound() || Math.abs(m.value() - truth) <= 2 * m.uncertainty(), m + ", not " + truth);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"04_kk_outlier_5pct.csv; 311200", "19_line_noise.csv; 50.12, 100",
        "38_negative_re_first_point.csv; 1000000"})
    void singlePointsAreNamedAndNoOthers(String file, String hertz) throws Exception {
        Outcome o = kk(file);
        double[] named = o.overlays().stream().filter(v -> v.id().equals("kk-violations-residual"))
                .map(v -> (Layer.Points) v.layer()).findFirst().orElseThrow().x();
        double[] expected = Stream.of(hertz.split(",")).mapToDouble(Double::parseDouble).sorted().toArray();
        double[] sorted = named.clone();
        java.util.Arrays.sort(sorted);
        assertEquals(expected.length, sorted.length, file);
        for (int i = 0; i < sorted.length; i++) {
            assertEquals(expected[i], sorted[i], 0.01 * expected[i], file);
        }
        assertTrue(o.remarks().stream().anyMatch(r -> r.level() == Remark.Level.WARNING
                && r.text().contains("out of the others")), o.remarks().toString());
    }

    @Test
    void aDriftIsSeenAndSaid() throws Exception {
        Outcome o = kk("15_drift_8pct.csv");
        assertTrue(o.remarks().stream().anyMatch(r -> r.level() == Remark.Level.WARNING
                && r.text().contains("changes while it is measured")), o.remarks().toString());
        // three of four parts of the polarisation grow by 8 %
        assertEquals(6, find(o, "drift of the polarisation over the sweep").value(), 1.5);
        assertTrue(find(o, "violating points").value() > 0);
    }

    @Test
    void validSpectraPassAndSayWhichDriftTheyWouldHaveShown() throws Exception {
        for (String file : List.of("24_cpe08.csv", "17_blocked.csv", "18_overlap3.csv")) {
            Outcome o = kk(file);
            assertEquals(0, find(o, "violating points").value(), file);
            assertTrue(o.remarks().get(0).text().contains("would have been seen"), file + o.remarks());
            assertTrue(find(o, "drift of the polarisation over the sweep").isNotDetected(), file);
        }
    }

    @Test
    void aDummyCellPasses() throws Exception {
        for (String file : List.of("Circuit1_EIS_1.z", "Circuit2_EIS_1.z")) {
            Outcome o = new EisKramersKronig().apply(Spectra.recorded(file),
                    Parameters.defaults(EisKramersKronig.Parameters.class), Progress.none());
            assertEquals(0, find(o, "violating points").value(), file);
        }
    }

    @Test
    void overlappingArcsHaveTheirResistances() throws Exception {
        Outcome o = drt("09_drt_split.csv");
        rightOrDoubtful(find(o, "peak 1 resistance"), 90.2);
        rightOrDoubtful(find(o, "peak 2 resistance"), 88.7);
    }

    @Test
    void aLoopIsNoDistribution() throws Exception {
        Outcome o = drt("16b_lf_loop_L0.csv");
        assertTrue(find(o, "polarisation resistance").verdict().isWithheld());
        assertTrue(find(o, "polarisation resistance").verdict().reason().contains("loop"));
    }

    @Test
    void theTailOfABlockedElectrodeIsNoPeak() throws Exception {
        Outcome o = drt("17_blocked.csv");
        assertEquals(1, find(o, "peaks").value());
        Measurement arc = find(o, "peak 1 resistance");
        assertEquals(80, arc.value(), 2 * arc.uncertainty());
        assertTrue(arc.value() < 200, arc.toString());
        assertTrue(find(o, "peak 1 time constant").value() < 1e-3);
    }

    @Test
    void twoTimeConstantsCloseTogetherAreBothFound() throws Exception {
        Outcome o = fit("18_overlap3.csv", "R0-p(R1,C1)-p(R2,C2)");
        rightOrDoubtful(find(o, "R0"), 10);
        assertEquals(200, find(o, "R1").value() + find(o, "R2").value(), 2);
        assertTrue(o.measurements().stream().filter(m -> m.name().matches("R[12]")).allMatch(
                m -> m.isDetected() && m.uncertainty() > 0));
    }

    @Test
    void theActivationEnergyHoldsTheChoiceOfTheCircuit() throws Exception {
        List<Dataset> members = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedData.require("../cases/11_arrhenius_lead"))) {
            for (Path f : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                members.add(Spectra.recorded("../../cases/11_arrhenius_lead/" + f.getFileName()));
            }
        }
        Outcome fitted = new EisFitSeries(ElementLibrary::standard).apply(Series.named(DatasetHeader.of("films", "eis",
                Metadata.EMPTY), members), Spectra.fit("auto", "modulus"), Progress.none());
        Outcome o = new EisArrhenius().apply((Series) fitted.dataset(),
                Parameters.defaults(EisArrhenius.Parameters.class), Progress.none());
        rightOrDoubtful(find(o, o.measurements().stream().map(Measurement::name)
                .filter(n -> n.matches("activation energy \\(ln (G|sigma) T\\)")).findFirst().orElseThrow()), 0.3967);
    }

    @Test
    void downAndUpAreTwoSpectraWithTheirOwnResistances() throws IOException {
        assertFalse(Spectra.recorded("../../cases/10_down_up.csv").name().isEmpty());
    }
}
