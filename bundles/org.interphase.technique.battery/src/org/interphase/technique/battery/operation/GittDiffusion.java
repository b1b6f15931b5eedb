package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Segments;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.figure.Panel;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.battery.figure.TitrationFigures;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.SegmentationRules;
import org.interphase.technique.battery.segmentation.Segmenter;
import org.interphase.technique.battery.titration.ParticleShape;
import org.interphase.technique.battery.titration.ParticleSize;
import org.interphase.technique.battery.titration.PulsePoint;
import org.interphase.technique.battery.titration.Titration;
import org.interphase.technique.battery.titration.TitrationTable;

/** Diffusion coefficient, polarisation and resistance over a galvanostatic intermittent titration (GITT). */
public final class GittDiffusion implements Operation<Table, GittDiffusion.Parameters> {

    /**
     * What the particles are, and what is looked at.
     *
     * @param shape shape of the particles
     * @param length radius of a sphere, thickness of a slab, µm; null if not known
     * @param lengthUncertainty its standard uncertainty, µm; null if not known
     * @param electrode name of the column whose potential is analysed; empty for the voltage of the record
     * @param skip time after each switching of the current that is left out, s; null for 1 % of the pulse
     * @param instrument how well the instrument knows voltage and current
     */
    public record Parameters(
            @Param(label = "Particles", def = "sphere", help = "Shape of what lithium diffuses in: spheres of a "
                    + "radius, or a slab that takes up lithium through one face.") ParticleShape shape,
            @Param(label = "Radius or thickness", unit = "um", min = 1e-6, max = 1e6, help = "Radius of the spheres, "
                    + "or thickness of the slab. By the textbook's volume over area V/A: 3 V/A for spheres, V/A for a "
                    + "slab; say in the report which area it is (geometric or by gas adsorption). Without it the "
                    + "diffusion time L^2/D is given.") Double length,
            @Param(label = "Its uncertainty", unit = "um", min = 0, max = 1e6, advanced = true,
                    help = "Standard uncertainty of the radius or thickness; D goes with its square.")
            Double lengthUncertainty,
            @Param(label = "Potential", def = "", advanced = true, help = "Column whose potential is analysed, for "
                    + "example that of one electrode against a reference; empty for the voltage of the record.")
            String electrode,
            @Param(label = "Left out after switching", unit = "s", min = 0, max = 1e6, advanced = true,
                    help = "Time after each switching of the current in which double layer and charge transfer show; "
                    + "1 % of the pulse where nothing is said.") Double skip,
            @Param(label = "Instrument", help = "How well the instrument knows voltage and current; what it is off by "
                    + "cancels in diffusion coefficients, which stand on ratios of changes of the potential.")
            InstrumentReading instrument) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("gitt.diffusion", 3, "Titration (GITT)",
            "Fits diffusion in particles to each pulse and the rest behind it together, with what the pulses before "
                    + "left behind: no window of the square root of time is needed, the pulse need not be short, the "
                    + "rest not long. Beside it the formula of Weppner and Huggins with its own bias, the polarisation "
                    + "and the resistance of each pulse.", Table.class, Parameters.class,
            Publication.article("W. Weppner, R. A. Huggins",
                    "Determination of the kinetic parameters of mixed-conducting electrodes and "
                    + "application to the system Li3Sb")
                    .in("J. Electrochem. Soc.", 1977, "124", "1569-1578")
                    .doi("10.1149/1.2133112").seen().cited("Weppner 1977"),
            Publication.book("J. Crank",
                    "The Mathematics of Diffusion, 2nd ed.")
                    .by("Oxford University Press, Oxford", 1975).cited("Crank 1975"))
            .forKinds(Titration.kinds());

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        ParticleSize size = ParticleSize.of(p.length, p.lengthUncertainty, input.metadata());
        CellRecord record = CellRecord.of(input).orElseThrow(() -> new AnalysisException("the table has no "
                + CellRecord.missing(input)));
        CellSegmentation cell = Segmenter.segment(record, SegmentationRules.AUTOMATIC);
        Channel potential = p.electrode.isBlank() ? null : record.channel(p.electrode.strip(), "V").orElseThrow(
                () -> new AnalysisException("there is no potential '" + p.electrode.strip() + "' in V; columns: "
                        + String.join(", ", record.columns().stream().map(c -> c.name()).toList())));
        Titration titration = Titration.of(cell, potential, p.shape, p.skip, progress);
        Outcome.Builder out = Outcome.builder(input);
        cell.remarks().forEach(out::remark);
        InstrumentAccuracy instrument = p.instrument.accuracy();
        p.instrument.remark(out);
        List<Segments.Segment> pulses = new ArrayList<>();
        for (PulsePoint point : titration.points()) {
            String of = ", pulse " + point.pulse().number();
            List<Measurement> numbers = List.of(diffusion(point, size, of), formula(point, size, of),
                    polarisation(point, of, instrument), resistance(point, of, instrument));
            numbers.forEach(out::measure);
            pulses.add(TitrationFigures.segment(titration, point, numbers));
        }
        extremes(out, titration.points(), size);
        size.remark(out);
        remarks(out, titration.points());
        out.extra(TitrationTable.of(input, titration, size.area()));
        TitrationFigures.of(titration, size.area()).forEach(out::figure);
        return out.build().withDataset(input.with(new Segments("Pulse", TitrationFigures.OVER_TIME, Panel.MAIN,
                pulses)));
    }

    private static Measurement diffusion(PulsePoint point, ParticleSize size, String of) {
        return point.verdict().isWithheld() ? size.withheld(of, point.verdict().reason())
                : size.number(of, point.diffusionTime(), point.logUncertainty()).judged(point.verdict());
    }

    private static Measurement formula(PulsePoint point, ParticleSize size, String of) {
        String by = " (Weppner-Huggins)" + of;
        return point.formulaVerdict().isWithheld() ? size.withheld(by, point.formulaVerdict().reason())
                : size.number(by, 1 / point.formulaRate(), point.formulaUncertainty()).judged(point.formulaVerdict());
    }

    private static Measurement polarisation(PulsePoint point, String of, InstrumentAccuracy instrument) {
        if (Double.isNaN(point.polarisation()) || Double.isNaN(point.polarisationUncertainty())) {
            return Measurement.withheld("polarisation" + of, "η", "V", "the pulse or its rest has too few points");
        }
        Measurement m = Measurement.of("polarisation" + of, "η", point.polarisation(),
                Math.hypot(point.polarisationUncertainty(), instrument.difference(point.polarisation())), "V");
        // what the rest has still to go is known by the diffusion model
        return point.verdict().isSound() ? m : m.judged(Verdict.doubtful("how far the rest has settled is open: "
                + point.verdict().reason()));
    }

    private static Measurement resistance(PulsePoint point, String of, InstrumentAccuracy instrument) {
        if (Double.isNaN(point.resistance())) {
            return Measurement.withheld("resistance" + of, "R", "ohm", "the pulse or its rest has too few points");
        }
        Measurement m = Measurement.of("resistance" + of, "R", point.resistance(),
                Math.hypot(point.resistanceUncertainty(),
                point.resistance() * instrument.resistance(point.resistance() * point.pulse().current())), "ohm");
        // the jump is what diffusion leaves of it: no better known than diffusion itself
        m = point.verdict().isSound() ? m : m.judged(Verdict.doubtful(point.verdict().reason()));
        return point.resistance() > 0 ? m : m.judged(Verdict.doubtful("the potential jumps against the current"));
    }

    private static void extremes(Outcome.Builder out, List<PulsePoint> points, ParticleSize size) {
        List<PulsePoint> sound = points.stream().filter(q -> q.verdict().isSound())
                .sorted(Comparator.comparingDouble(PulsePoint::diffusionTime)).toList();
        if (sound.size() > 1) {
            PulsePoint fast = sound.get(0);
            PulsePoint slow = sound.get(sound.size() - 1);
            out.measure(diffusion(size.isKnown() ? fast : slow, size, "").withName("largest " + size.quantity()));
            out.measure(diffusion(size.isKnown() ? slow : fast, size, "").withName("smallest " + size.quantity()));
        }
    }

    private static void remarks(Outcome.Builder out, List<PulsePoint> points) {
        long biased = points.stream().filter(q -> Math.abs(q.formulaBias() - 1) > 0.1).count();
        if (biased > 0) {
            double worst = points.stream().mapToDouble(PulsePoint::formulaBias).filter(b -> !Double.isNaN(b))
                    .reduce((a, b) -> Math.abs(Math.log(a)) > Math.abs(Math.log(b)) ? a : b).orElse(1);
            out.remark(Remark.info(String.format(Locale.ROOT, "The formula of Weppner and Huggins would miss D by more "
                    + "than 10 %% in %d of %d pulses (at worst by a factor of %.2g), because they are not short "
                    + "against the diffusion time; the fit of the diffusion model does not need that.", biased,
                    points.size(), worst)).coded("formula-biased"));
        }
    }

    @Override
    public String methods(Parameters p) {
        return "Diffusion in " + (p.shape() == ParticleShape.SPHERE ? "spheres" : "a slab")
                + (p.length() == null ? "" : " of " + (p.shape() == ParticleShape.SPHERE ? "radius " : "thickness ")
                        + Numbers.plain(p.length(), 4) + " um") + " was fitted to each pulse and the rest behind it "
                        + "together, "
                + "with what the pulses before left behind; no window of the square root of time is needed. Beside "
                + "it stands the formula of Weppner and Huggins with its own bias.";
    }
}
