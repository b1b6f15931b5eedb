package org.interphase.technique.electrochemistry.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.FitParameter;
import org.interphase.model.FitResult;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.operation.EisFit;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** What the default circuit fit makes of recorded spectra: on a bound, systematic, absurd. */
class RecordedSpectraTest {

    private int bound;
    private int systematic;
    private int soundly;
    private int absurd;

    @Test
    void noRecordedSpectrumEndsOnABoundOrHasAnAbsurdResistance() throws Exception {
        List<String> refused = new ArrayList<>();
        List<Table> spectra = RecordedSpectra.below(SharedData.require("impedance/exampleData.csv").getParent(),
                refused);
        assertFalse(spectra.isEmpty());
        assertEquals(List.of(), refused);
        EisFit fit = new EisFit(ElementLibrary::standard);
        for (Table t : spectra) {
            count(t, fit.apply(t, Parameters.defaults(EisFit.Parameters.class), Progress.none()));
        }
        System.out.printf(Locale.ROOT, "%d recorded spectra, automatic circuit: on a bound %d, systematic residuals %d "
                + "(called sound %d), absurd resistance %d%n", spectra.size(), bound, systematic, soundly, absurd);
        assertEquals(0, bound);
        assertEquals(0, soundly);
        assertEquals(0, absurd);
    }

    private void count(Table t, Outcome o) throws AnalysisException {
        double[] modulus = ImpedanceSpectrum.of(t).modulus();
        double most = Arrays.stream(modulus).max().orElseThrow();
        double least = Arrays.stream(modulus).min().orElseThrow();
        FitResult fit = o.dataset().product(FitResult.class).orElse(null);
        bound += fit != null && fit.parameters().stream().anyMatch(q -> q.state() == FitParameter.State.AT_BOUND) ? 1
                : 0;
        boolean not = o.remarks().stream().anyMatch(r -> r.text().contains("residuals are systematic"));
        systematic += not ? 1 : 0;
        boolean any = false;
        boolean sound = false;
        for (Measurement m : o.measurements()) {
            if (m.isDetected() && m.unit().text().equals("ohm")) {
                any |= m.value() > 1e3 * most || m.value() < 1e-6 * least || !(m.uncertainty() > 0);
                sound |= m.name().contains(" of ") && m.verdict().isSound();
            }
        }
        absurd += any ? 1 : 0;
        soundly += not && sound ? 1 : 0;
        assertTrue(!any, t.name() + " " + o.measurements());
    }
}
