package org.interphase.technique.battery.operation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.SegmentationRules;
import org.interphase.technique.battery.segmentation.Segmenter;
import org.interphase.technique.battery.titration.Interruptions;
import org.interphase.technique.battery.titration.ParticleShape;
import org.interphase.technique.battery.titration.Titration;

/** Diffusion coefficient by short interruptions of a slow charge or discharge (ICI). */
public final class GittInterruption implements Operation<Table, GittInterruption.Parameters> {

    private static final double SQUARE_MICROMETRE = 1e-8;
    /** Relative uncertainty from which on a value tells no more than its order. */
    private static final double OPEN = 1;
    private static final double BLURRED = 0.3;

    /**
     * What the particles are, and where the square root of time is looked for.
     *
     * @param shape shape of the particles
     * @param length radius of a sphere, thickness of a slab, µm; null if not known
     * @param lengthUncertainty its standard uncertainty, µm; null if not known
     * @param from start of the part of each rest that is used, s
     * @param to its end, s
     */
    public record Parameters(
            @Param(label = "Particles", def = "sphere", help = "Shape of what lithium diffuses in: spheres of a "
                    + "radius, or a slab that takes up lithium through one face.") ParticleShape shape,
            @Param(label = "Radius or thickness", unit = "um", min = 1e-6, max = 1e6, help = "Radius of the spheres, "
                    + "or thickness of the slab. Without it the diffusion time L^2/D is given.") Double length,
            @Param(label = "Its uncertainty", unit = "um", min = 0, max = 1e6, advanced = true,
                    help = "Standard uncertainty of the radius or thickness; D goes with its square.")
            Double lengthUncertainty,
            @Param(label = "Rest from", unit = "s", def = "1", min = 0, max = 1e6, help = "Time after the current is "
                    + "interrupted from which on the potential goes with the square root of time; before it double "
                    + "layer and charge transfer show.") double from,
            @Param(label = "Rest to", unit = "s", def = "10", min = 0, max = 1e6, help = "Time until which it does: "
                    + "well below L^2/D.") double to) {

        /** The same with the radius a file states, where none is stated here. */
        Parameters of(Metadata file) {
            OptionalDouble known = file.number(ParticleShape.RADIUS, "um");
            return length != null || known.isEmpty() ? this
                    : new Parameters(shape, known.getAsDouble(), lengthUncertainty, from, to);
        }
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("gitt.interruption", 1,
            "Interruptions (ICI)", "Diffusion coefficients from short interruptions of a slow charge or discharge: "
                    + "the slope of the potential over the square root of time in each rest against its drift with the "
                    + "charge between rests. Takes a tenth of the time of a titration; rests must be short against "
                    + "L^2/D, interruptions close enough for the potential to be straight between them.",
            Table.class, Parameters.class,
            new Citation("Chien 2023", "Y.-C. Chien, H. Liu, A. S. Menon, W. R. Brant, D. Brandell, M. J. Lacey, Rapid "
                    + "determination of solid-state diffusion coefficients in Li-based batteries via intermittent "
                    + "current interruption method, Nat. Commun. 14 (2023) 2289")).forKinds(Titration.kinds());

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters stated, Progress progress) throws AnalysisException {
        Parameters p = stated.of(input.metadata());
        if (!(p.to > p.from)) {
            throw new AnalysisException("the part of the rest ends at " + p.to + " s, before it begins at " + p.from
                    + " s");
        }
        CellRecord record = CellRecord.of(input).orElseThrow(() -> new AnalysisException("the table has no "
                + CellRecord.missing(input)));
        CellSegmentation cell = Segmenter.segment(record, SegmentationRules.AUTOMATIC);
        List<Interruptions> all = Titration.interruptions(cell, p.shape, p.from, p.to);
        if (all.isEmpty()) {
            throw new AnalysisException("there are no three rests in a row, with current before and behind each, that "
                    + "have four points or more between " + p.from + " s and " + p.to + " s");
        }
        Outcome.Builder out = Outcome.builder(input);
        cell.remarks().forEach(out::remark);
        double area = p.length == null ? 1 : p.length * p.length * SQUARE_MICROMETRE;
        double share = p.shape.volumeOverArea() * p.shape.volumeOverArea();
        List<Measurement> numbers = all.stream().map(i -> number(i, p, area * share)).toList();
        numbers.forEach(out::measure);
        String of = p.length == null ? "diffusion time" : "D";
        List<Measurement> sound = numbers.stream().filter(m -> m.verdict().isSound())
                .sorted(Comparator.comparingDouble(Measurement::value)).toList();
        if (sound.size() > 1) {
            out.measure(sound.get(sound.size() - 1).withName("largest " + of));
            out.measure(sound.get(0).withName("smallest " + of));
        }
        if (p.length == null) {
            out.remark(Remark.info("No radius or thickness of the particles is stated, so the diffusion time L^2/D "
                    + "is given; state it for D.").coded("no-length"));
        } else if (p.lengthUncertainty == null) {
            out.remark(Remark.warning("No uncertainty of the radius or thickness is stated; that of D does not hold "
                    + "it, though D goes with the square of the length.").coded("no-length-uncertainty"));
        }
        out.extra(table(input, all, area * share, p.length != null));
        out.figure(figure(all, area * share, p.length != null));
        return out.build();
    }

    private static Measurement number(Interruptions i, Parameters p, double scale) {
        String of = ", interruption " + i.pulse().number();
        double d = scale * i.rate();
        double length = p.length == null || p.lengthUncertainty == null ? 0 : 2 * p.lengthUncertainty / p.length;
        double u = Math.hypot(i.relativeUncertainty(), length);
        boolean known = p.length != null;
        if (!(i.relativeUncertainty() < OPEN)) {
            return Measurement.withheld((known ? "D" : "diffusion time") + of, known ? "D" : "t_D",
                    known ? "cm2/s" : "s", "the slopes leave it open by more than itself");
        }
        Measurement m = known ? Measurement.of("D" + of, "D", d, d * u, "cm2/s")
                : Measurement.of("diffusion time" + of, "t_D", 1 / d, u / d, "s");
        if (!(i.drift() * i.root() < 0)) {
            return m.judged(Verdict.doubtful("in the rest the potential does not move against what the charge does to "
                    + "it"));
        }
        return i.relativeUncertainty() > BLURRED ? m.judged(Verdict.doubtful("the potential is not straight over the "
                + "interruptions before and behind, or over the square root of time")) : m;
    }

    private static Table table(Table record, List<Interruptions> all, double scale, boolean known) {
        double[] d = all.stream().mapToDouble(i -> scale * i.rate()).toArray();
        double[] u = all.stream().mapToDouble(i -> scale * i.rate() * i.relativeUncertainty()).toArray();
        return new Table(DatasetHeader.of(record.name() + " interruptions", Interruptions.KIND, Metadata.EMPTY),
                List.of(Column.of("interruption", "1", all.stream().mapToDouble(i -> i.pulse().number()).toArray()),
                        Column.of("time", "s", all.stream().mapToDouble(i -> i.pulse().off()).toArray()),
                        Column.of("potential", "V", all.stream().mapToDouble(Interruptions::potential).toArray()),
                        Column.of("slope over root of time", "V", all.stream().mapToDouble(Interruptions::root)
                                .toArray()),
                        Column.of("drift", "V/s", all.stream().mapToDouble(Interruptions::drift).toArray()),
                        Column.of("resistance", "ohm", all.stream().mapToDouble(i -> i.jump() / i.pulse().current())
                                .toArray()),
                        Column.of(known ? "D" : "1/diffusion time", known ? "cm2/s" : "1/s", d),
                        Column.of(known ? "u(D)" : "u(1/diffusion time)", known ? "cm2/s" : "1/s", u)));
    }

    private static Figure figure(List<Interruptions> all, double scale, boolean known) {
        double[] x = all.stream().mapToDouble(Interruptions::potential).toArray();
        double[] y = all.stream().mapToDouble(i -> known ? scale * i.rate() : 1 / (scale * i.rate())).toArray();
        double[] u = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            u[k] = y[k] * all.get(k).relativeUncertainty();
        }
        String what = known ? "Diffusion coefficient" : "Diffusion time L\u00b2/D";
        return Figure.of("interruption", "Interruptions", what + " of each interruption over the potential it starts "
                + "from; bars are standard uncertainties.", Panel.of(Panel.MAIN, AxisSpec.of("Potential", "V"),
                        AxisSpec.of(what, known ? "cm2/s" : "s").log(), List.of(new Layer.Points("", x, y, u,
                                Style.points(Colour.component(0), Style.Symbol.CIRCLE, 4)))).noLegend());
    }
}
