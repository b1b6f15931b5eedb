package org.interphase.technique.elements.operation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.technique.elements.presence.ElementList;
import org.interphase.technique.elements.reference.XrayTables;
import org.interphase.technique.elements.spectrum.EdsSpectrum;
import org.interphase.technique.elements.standard.StandardFiles;
import org.interphase.technique.elements.standard.StandardSpectrum;

/** How much of each element: against standards where they are given, else without and in doubt. */
public final class QuantifyElements implements Operation<Curve, QuantifyElements.Parameters> {

    /** Above this energy in eV specimens are films that the beam goes through. */
    private static final double BULK = 50_000;

    /** Where the oxygen comes from. */
    public enum Oxygen {
        /** By stoichiometry where the measured oxygen agrees with it, else measured. */
        AUTOMATIC,
        /** By the valences of the other elements. */
        STOICHIOMETRY,
        /** From its own line. */
        MEASURED
    }

    /** What can be set. */
    public record Parameters(
            @Param(label = "Standards", def = "", help = "Files with spectra of materials of known composition, "
                    + "measured "
                    + "with the same detector and beam energy, separated by semicolons. Without any the fractions "
                    + "are estimated without "
                    + "standards, add up to 100 % and are doubtful.") List<FilePath> standards,
            @Param(label = "Compositions", def = "", help = "Compositions of standards whose files do not state them, "
                    + "such as corundum.msa = Al2O3 or glass.msa = (Si:46.7)(O:53.3), separated by commas; with the "
                    + "standard uncertainty of each fraction in per cent of it: glass.msa = +- 0.5. Without, 0.1 % is "
                    + "taken for formulas and 1 % for lists of mass per cents.") List<String> compositions,
            @Param(label = "Oxygen", def = "automatic", help = "By stoichiometry (from the valences of the others), "
                    + "measured, or automatic: by stoichiometry where the measured oxygen agrees with it.")
            Oxygen oxygen,
            @Param(label = "Valences", def = "", help = "Valences that differ from the usual ones, such as Fe 3, "
                    + "separated "
                    + "by commas.") List<String> valences,
            @Param(label = "Coating", def = "C", help = "Elements that are coat or contamination and no part of the "
                    + "specimen, separated by commas.") List<String> coating,
            @Param(label = "Take-off angle", unit = "deg", min = 1, max = 90, help = "Where the files of "
                    + "specimen or standards do not state it.")
            Double takeOff,
            @Param(label = "Dose", unit = "%", def = "0.5", min = 0, max = 50, help = "Standard uncertainty of the "
                    + "ratio "
                    + "of two doses: drift of the beam and live time.") double dose) {
    }

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("elements.quantify", 3, "Quantify elements", "Mass fractions from k-ratios against "
                + "standards, corrected for atomic number, absorption (XPP) and characteristic fluorescence (Reed). "
                + "Uncertainties hold counting statistics, dose, the continuum, attenuation coefficients and the "
                + "model. "
                + "Without standards fractions are estimated from first principles and doubtful.",
                Curve.class, Parameters.class,
                        Publication.book("J.-L. Pouchou, F. Pichoir",
                                "Quantitative analysis of homogeneous or stratified microvolumes "
                                + "applying the model PAP")
                                .in("in Electron Probe Quantitation, Plenum, New York", 1991, "", "31-75")
                                .doi("10.1007/978-1-4899-2617-3_4").seen().cited("Pouchou 1991"),
                Publication.article("S. J. B. Reed",
                        "Characteristic fluorescence corrections in electron-probe microanalysis")
                        .in("Br. J. Appl. Phys.", 1965, "16", "913")
                        .doi("10.1088/0508-3443/16/7/301").cited("Reed 1965"),
                XrayTables.SOURCE).forKinds("eds");
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        ElementList found = input.header().product(ElementList.class).orElseThrow(() -> new AnalysisException(
                "Identify the elements first."));
        EdsSpectrum read = EdsSpectrum.of(input, found.beam() / 1000);
        double takeOff = read.takeOff() > 0 ? read.takeOff() : p.takeOff() == null ? Double.NaN : p.takeOff();
        EdsSpectrum s = read.withTakeOff(takeOff);
        boolean asked = p.standards().stream().anyMatch(f -> !f.isNone());
        if (s.beam() > BULK || !(takeOff > 0)) {
            String reason = s.beam() > BULK ? "The correction is for bulk specimens in scanning microscopes, not for "
                    + "films that electrons of " + Math.round(s.beam() / 1000) + " keV go through"
                    : "The file does not state the take-off angle; set 'Take-off angle'";
            if (asked) {
                throw new AnalysisException(reason + ".");
            }
            return Outcome.builder(input).remark(Remark.warning("There are no mass fractions. " + reason + ".").coded(
                    "not-quantified")).build();
        }
        List<StandardSpectrum> standards = StandardFiles.read(p.standards(), stated(p.compositions()),
                found.beam() / 1000);
        Outcome.Builder out = Outcome.builder(input);
        if (found.elements().isEmpty()) {
            return out.build();
        }
        if (standards.isEmpty()) {
            StandardlessReport.write(out, s, found, takeOff, p.coating());
        } else {
            new StandardsReport(s, found, standards, takeOff, p, valences(p.valences())).write(out, progress);
        }
        return out.build();
    }

    /** Name of a file and its composition. */
    private static Map<String, String> stated(List<String> texts) throws AnalysisException {
        Map<String, String> out = new HashMap<>();
        for (String t : texts) {
            int at = t.indexOf('=');
            if (at < 1) {
                throw new AnalysisException("'" + t + "' is no composition of a standard; write file = formula.");
            }
            out.put(t.substring(0, at).strip(), t.substring(at + 1).strip());
        }
        return out;
    }

    private static Map<String, Double> valences(List<String> texts) throws AnalysisException {
        Map<String, Double> out = new LinkedHashMap<>();
        for (String t : texts) {
            String[] parts = t.strip().split("\\s+");
            if (parts.length != 2 || XrayTables.element(parts[0]).isEmpty()) {
                throw new AnalysisException("'" + t + "' is no valence; write symbol and number, such as Fe 3.");
            }
            try {
                out.put(parts[0], Double.parseDouble(parts[1]));
            } catch (NumberFormatException e) {
                throw new AnalysisException("'" + t + "' is no valence; write symbol and number, such as Fe 3.", e);
            }
        }
        return out;
    }
}
