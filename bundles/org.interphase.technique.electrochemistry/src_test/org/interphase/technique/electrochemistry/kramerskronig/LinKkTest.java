package org.interphase.technique.electrochemistry.kramerskronig;

import static org.interphase.technique.electrochemistry.impedance.Spectra.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.Arrays;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.figure.Layer;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.operation.EisKramersKronig;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinKkTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e6, 1e-2, 65);
    private static final ImpedanceTruth CELL = ImpedanceTruth.of(10, new Arc(40, 1e-4, 0.85), new Arc(80, 0.5, 0.9));

    private static Outcome test(Table t) throws Exception {
        return new EisKramersKronig().apply(t, Parameters.defaults(EisKramersKronig.Parameters.class),
                Progress.none());
    }

    private static Outcome test(double[][] z) throws Exception {
        return test(Spectra.table("cell", HERTZ, z));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.005, 0.02})
    void validDataPassWhateverTheirNoise(double noise) throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            Outcome o = test(CELL.measured(HERTZ, noise, seed));
            assertEquals(0, value(o, "violating points"), "seed " + seed);
            assertTrue(value(o, "M") >= 3 && value(o, "mu") <= 1);
        }
    }

    @Test
    void aCellWithATailAndLeadsPasses() throws Exception {
        Outcome o = test(CELL.withTail(30, 0.5).withInductance(1e-6).measured(HERTZ, 0.002, 3));
        assertEquals(0, value(o, "violating points"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.002, 0.005})
    void aDriftingCellIsFlagged(double noise) throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            Outcome o = test(CELL.drifting(HERTZ, 0.5, noise, seed));
            assertTrue(value(o, "violating points") >= 2, "seed " + seed);
            assertTrue(o.remarks().stream().anyMatch(r -> r.level() == Remark.Level.WARNING));
            assertTrue(o.overlays().stream().filter(v -> v.id().equals("kk-violations-residual"))
                    .flatMapToDouble(v -> Arrays.stream(((Layer.Points) v.layer()).y())).allMatch(y -> y != 0));
        }
    }

    @Test
    @Tag("study")
    void noneOfAThousandValidSpectraIsFlaggedAndDriftOfAFifthIsSeenInNearlyAll() throws Exception {
        for (double noise : new double[] {0.0005, 0.002, 0.005}) {
            int alarms = 0;
            int seen = 0;
            for (int seed = 0; seed < 1000; seed++) {
                ImpedanceTruth valid = seed % 2 == 0 ? CELL : CELL.withTail(30, 0.5);
                alarms += value(test(valid.measured(HERTZ, noise, seed)), "violating points") > 0 ? 1 : 0;
                seen += value(test(CELL.drifting(HERTZ, 0.2, noise, seed)), "violating points") > 0 ? 1 : 0;
            }
            assertTrue(alarms <= 2, alarms + " false alarms at noise " + noise);
            assertTrue(seen >= 990, seen + " detected at noise " + noise);
        }
    }

    @Test
    void recordedSpectraOfRestingCellsPass() throws Exception {
        for (String file : new String[] {"exampleData.csv", "PEIS_LPSCl_IonBlocking_-25C.mpr", "LIB_data.txt"}) {
            assertEquals(0, value(test(Spectra.recorded(file)), "violating points"), file);
        }
    }

    @Test
    void whiteNoiseOnASimulatedSpectrumIsNoViolation() throws Exception {
        for (String file : new String[] {"1ZARC.csv", "2ZARC3.csv"}) {
            assertEquals(0, value(test(Spectra.recorded(file)), "violating points"), file);
        }
    }
}
