package org.interphase.technique.elements.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.technique.elements.figure.SpectrumPicture;
import org.interphase.technique.elements.presence.ElementList;
import org.interphase.technique.elements.presence.FamilySearch;
import org.interphase.technique.elements.presence.Found;
import org.interphase.technique.elements.reference.XrayTables;
import org.interphase.technique.elements.spectrum.BeamLanding;
import org.interphase.technique.elements.spectrum.EdsSpectrum;

/** Which elements a spectrum shows, by whole families of lines. */
public final class IdentifyElements implements Operation<Curve, IdentifyElements.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Range", unit = "eV", def = "all", help = "Energies that are fitted. All: from 200 eV to "
                    + "the energy of the beam.", picture = Param.Picture.X_RANGE) Range range,
            @Param(label = "Beam energy", unit = "keV", min = 0.5, max = 400, help = "Energy of the electrons, where "
                    + "the file does not state it.") Double beam,
            @Param(label = "Look for", def = "", help = "Elements to look for by name, separated by commas. They get a "
                    + "limit of detection where they are not found.") List<String> lookFor,
            @Param(label = "Leave out", def = "", help = "Elements that are known not to be there, separated by "
                    + "commas.") List<String> leaveOut) {
    }

    private static final double LOWEST = 200;
    private static final double HIGHEST = 0.98;
    private static final double USUAL_RESOLUTION = 130;
    private static final double SHIFTED = 15;
    /** Share of a line that may lie in tails nobody sees (unverified). */
    private static final double SHAPE = 0.01;

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("elements.identify", 2, "Identify elements", "Finds the elements whose K, L and M "
                + "lines explain a spectrum, fits all families with the continuum, escape peaks and pile-up at once, "
                + "and gives the counts of each with the choice of the line shape in the uncertainty. A name is "
                + "doubtful where other elements, or pulses that pile up, fit about as well.",
                Curve.class, Parameters.class,
                XrayTables.SOURCE,
                        Publication.article("L. A. Currie",
                                "Limits for qualitative detection and quantitative determination. "
                                + "Application to radiochemistry")
                                .in("Anal. Chem.", 1968, "40", "586-593")
                                .doi("10.1021/ac60259a007").seen().cited("Currie 1968"))
                .forKinds("eds");
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        EdsSpectrum s = EdsSpectrum.of(input, p.beam());
        checked(p.lookFor());
        checked(p.leaveOut());
        double from = Math.max(s.energy(0), p.range().isAll() ? LOWEST : p.range().from());
        double to = Math.min(s.energy(s.size() - 1), p.range().isAll() ? HIGHEST * s.beam() : p.range().to());
        FamilySearch.Result found;
        try {
            found = FamilySearch.of(s, Detectors.of(s, USUAL_RESOLUTION), from, to, p.lookFor(), p.leaveOut(),
                    progress);
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("The spectrum cannot be fitted: " + e.getMessage() + ". Widen the range.", e);
        }
        Outcome.Builder out = Outcome.builder(input);
        String landing = BeamLanding.doubt(s, found.fit());
        List<String> names = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        for (Found f : found.elements()) {
            report(out, f, described(found.fit().isDescribed(f.indexes().get(0))));
            if (f.present()) {
                names.add(f.symbol());
                if (!f.verdict().isSound()) {
                    doubtful.add(f.symbol() + ": " + f.verdict().reason());
                }
            }
        }
        for (String named : p.lookFor()) {
            if (found.elements().stream().noneMatch(f -> f.symbol().equals(named))) {
                out.remark(Remark.warning(named + " has no line between " + Math.round(from) + " and " + Math.round(to)
                        + " eV that the beam excites; nothing can be said of it.").about(named));
            }
        }
        if (Double.isNaN(s.takeOff())) {
            out.remark(Remark.info("The file states no take-off angle; 35 degrees are taken where families of lines of "
                    + "one element are weighed against each other.").coded("take-off-angle"));
        }
        remarks(out, s, found, landing);
        ElementList product = new ElementList(names, doubtful, from, to, s.beam(), landing);
        SpectrumPicture.draw(out, s, found);
        Outcome done = out.build();
        return done.withDataset(input.with(product));
    }

    private static void checked(List<String> symbols) throws AnalysisException {
        for (String s : symbols) {
            if (XrayTables.element(s).isEmpty()) {
                throw new AnalysisException("'" + s + "' is no element; write symbols such as Fe.");
            }
        }
    }

    private static void report(Outcome.Builder out, Found f, Verdict described) {
        String name = f.main().name() + " counts";
        if (f.present()) {
            double u = Math.hypot(f.uncertainty(), SHAPE * f.counts());
            out.measure(Measurement.of(name, "N", f.counts(), u, "counts").judged(f.verdict().and(described)));
        } else {
            out.measure(Measurement.notDetected(name, "N", f.limit(), "counts").judged(described));
        }
        if (!f.verdict().isSound()) {
            out.remark(Remark.warning("It is not sure that " + f.symbol() + " is there: " + f.verdict().reason() + ".")
                    .about(f.symbol()).coded("ambiguous-element"));
        }
    }

    private static void remarks(Outcome.Builder out, EdsSpectrum s, FamilySearch.Result found, String landing) {
        if (found.elements().stream().noneMatch(Found::present)) {
            out.remark(Remark.warning("No element stands out of the continuum."));
        }
        double shift = found.fit().offset();
        if (Math.abs(shift) > SHIFTED) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "The energy scale is off by %.0f eV; the fit has "
                    + "allowed for it. Calibrate the detector.", shift)).coded("energy-scale"));
        }
        out.remark(Remark.info(String.format(Locale.ROOT, "Resolution at Mn K-alpha %.0f eV; beyond counting "
                + "statistics the line shapes are uncertain by %.1f %%.", found.fit().response().resolution(),
                100 * found.fit().modelError())));
        if (!found.fit().isDescribed()) {
            out.remark(Remark.warning("The fit leaves more of the spectrum unexplained than errors of line shapes "
                    + "account for: an element may be missing, or the continuum is of another shape.").coded(
                            "misfit"));
        }
        if (!landing.isEmpty()) {
            out.remark(Remark.warning("The continuum ends where it should not: " + landing + ".").coded(
                    "beam-landing"));
        }
    }

    /** The verdict on what rests on the fit of a family. */
    static Verdict described(boolean is) {
        return is ? Verdict.SOUND : Verdict.doubtful("the fit leaves more of the spectrum around its lines unexplained "
                + "than errors of line shapes account for");
    }

    /** The verdict on everything that rests on the energy of the beam. */
    static Verdict landing(String doubt) {
        return doubt.isEmpty() ? Verdict.SOUND : Verdict.doubtful(doubt);
    }

    @Override
    public String methods(Parameters p) {
        return "The families of K, L and M lines of all elements were fitted with the continuum, escape peaks and "
                + "pile-up at once; counts of an element hold the choice of the line shape."
                + (p.lookFor().isEmpty() ? "" : " Looked for by name: " + String.join(", ", p.lookFor()) + ".")
                + (p.leaveOut().isEmpty() ? "" : " Left out: " + String.join(", ", p.leaveOut()) + ".");
    }
}
