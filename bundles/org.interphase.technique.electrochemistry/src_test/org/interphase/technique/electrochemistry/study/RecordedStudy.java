package org.interphase.technique.electrochemistry.study;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the default circuit fit makes of recorded spectra: shares on a bound, systematic, absurd. */
@Tag("study")
class RecordedStudy {

    @Test
    void shares() throws Exception {
        List<Table> spectra = RecordedSpectra.below(Path.of(System.getenv("INTERPHASE_DATA")));
        if (System.getenv("CASES") != null) {
            spectra = RecordedSpectra.below(Path.of(System.getenv("CASES")));
        }
        for (String circuit : new String[] {"default", "auto", "R0-p(R1,CPE1)-p(R2,CPE2)"}) {
            EisFit.Parameters p = Parameters.defaults(EisFit.Parameters.class);
            p = circuit.equals("default") ? p : Parameters.with(p, "circuit", circuit);
            int bound = 0;
            int systematic = 0;
            int said = 0;
            int absurd = 0;
            int refused = 0;
            long start = System.nanoTime();
            for (Table t : spectra) {
                ImpedanceSpectrum s = ImpedanceSpectrum.of(t);
                Outcome o;
                try {
                    o = new EisFit(ElementLibrary::standard).apply(t, p, Progress.none());
                } catch (Exception e) {
                    refused++;
                    System.out.println(t.name() + " refused: " + e.getMessage());
                    continue;
                }
                FitResult fit = o.dataset().product(FitResult.class).orElse(null);
                boolean b = fit != null && fit.parameters().stream().anyMatch(
                        q -> q.state() == FitParameter.State.AT_BOUND);
                boolean y = o.remarks().stream().anyMatch(r -> r.text().contains("residuals are systematic"));
                double most = Arrays.stream(s.modulus()).max().orElse(1);
                double least = Arrays.stream(s.modulus()).min().orElse(1);
                boolean a = false;
                StringBuilder numbers = new StringBuilder();
                for (Measurement m : o.measurements()) {
                    if (m.unit().text().startsWith("ohm") && !m.unit().text().contains("2")) {
                        a |= m.isDetected() && (m.value() > 1e3 * most || m.value() < 1e-6 * least);
                    }
                    if (!m.name().startsWith("chi") && !m.name().startsWith("sum") && !m.name().startsWith("eff")) {
                        numbers.append("\n      ").append(m.name()).append(" = ").append(m.pretty()).append(
                                m.pretty().contains("withheld") ? "" : "  " + verdict(m));
                    }
                }
                bound += b ? 1 : 0;
                systematic += y ? 1 : 0;
                absurd += a ? 1 : 0;
                System.out.println(t.name() + " n=" + s.size() + ": " + (fit == null ? "no circuit" : fit.title())
                        + (b ? " BOUND" : "") + (y ? " SYSTEMATIC" : "") + (a ? " ABSURD" : "")
                        + (circuit.equals("default") ? numbers : ""));
            }
            System.out.printf(Locale.ROOT, "== %s: %d spectra, refused %d, on a bound %d, systematic %d, absurd %d; "
                    + "%.0f ms each%n", circuit, spectra.size(), refused, bound, systematic, absurd,
                    (System.nanoTime() - start) * 1e-6 / spectra.size());
        }
    }

    private static String verdict(Measurement m) {
        return m.toString().replaceAll(".*verdict=", "");
    }
}
