package org.interphase.technique.battery.operation;

import java.util.Comparator;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
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
import org.interphase.technique.battery.titration.ParticleSize;
import org.interphase.technique.battery.titration.Titration;

/** Diffusion coefficient by short interruptions of a slow charge or discharge (ICI). */
public final class GittInterruption implements Operation<Table, GittInterruption.Parameters> {

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
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("gitt.interruption", 1,
            "Interruptions (ICI)", "Diffusion coefficients from short interruptions of a slow charge or discharge: "
                    + "the slope of the potential over the square root of time in each rest against its drift with the "
                    + "charge between rests. Takes a tenth of the time of a titration; rests must be short against "
                    + "L^2/D, interruptions close enough for the potential to be straight between them.",
            Table.class, Parameters.class,
            Publication.article("Y.-C. Chien, H. Liu, A. S. Menon, W. R. Brant, D. Brandell, "
                    + "M. J. Lacey",
                    "Rapid determination of solid-state diffusion coefficients in Li-based batteries "
                    + "via intermittent current interruption method")
                    .in("Nat. Commun.", 2023, "14", "2289")
                    .doi("10.1038/s41467-023-37989-6").seen().cited("Chien 2023")).forKinds(Titration.kinds());

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        ParticleSize size = ParticleSize.of(p.length, p.lengthUncertainty, input.metadata());
        if (!(p.to > p.from)) {
            throw new AnalysisException("the part of the rest ends at " + p.to + " s, before it begins at " + p.from
                    + " s");
        }
        CellRecord record = CellRecord.of(input).orElseThrow(() -> new AnalysisException("the table has no "
                + CellRecord.missing(input)));
        CellSegmentation cell = Segmenter.segment(record, SegmentationRules.AUTOMATIC);
        List<Interruptions> all = Titration.interruptions(cell, p.shape, p.from, p.to, progress);
        if (all.isEmpty()) {
            throw new AnalysisException("there are no three rests in a row, with current before and behind each, that "
                    + "have four points or more between " + p.from + " s and " + p.to + " s");
        }
        Outcome.Builder out = Outcome.builder(input);
        cell.remarks().forEach(out::remark);
        all.forEach(i -> out.measure(number(i, size, ", interruption " + i.pulse().number())));
        List<Interruptions> sound = all.stream().filter(i -> verdict(i).isSound())
                .sorted(Comparator.comparingDouble(Interruptions::rate)).toList();
        if (sound.size() > 1) {
            Interruptions slow = sound.get(0);
            Interruptions fast = sound.get(sound.size() - 1);
            out.measure(number(size.isKnown() ? fast : slow, size, "").withName("largest " + size.quantity()));
            out.measure(number(size.isKnown() ? slow : fast, size, "").withName("smallest " + size.quantity()));
        }
        size.remark(out);
        double scale = size.isKnown() ? size.area() : 1;
        out.extra(table(input, all, scale, size.isKnown()));
        out.figure(figure(all, scale, size.isKnown()));
        return out.build();
    }

    private static Measurement number(Interruptions i, ParticleSize size, String by) {
        Verdict v = verdict(i);
        return v.isWithheld() ? size.withheld(by, v.reason())
                : size.number(by, 1 / i.rate(), i.relative()).judged(v);
    }

    private static Verdict verdict(Interruptions i) {
        if (!(i.relative() < OPEN)) {
            return Verdict.withheld("root and drift leave it open, as soon after a start of the current");
        }
        if (i.turned()) {
            return Verdict.doubtful("the current turned less than a diffusion time ago");
        }
        if (!(i.drift() * i.root() < 0)) {
            return Verdict.doubtful("in the rest the potential does not move against what the charge does to it");
        }
        if (!i.checked()) {
            return Verdict.doubtful("the rest has too few points to tell whether its potential goes with the square "
                    + "root of time");
        }
        return i.relative() > BLURRED ? Verdict.doubtful("the potential is not straight over the "
                + "interruptions before and behind, or over the square root of time") : Verdict.SOUND;
    }

    private static Table table(Table record, List<Interruptions> all, double scale, boolean known) {
        double[] d = all.stream().mapToDouble(i -> scale * i.rate()).toArray();
        double[] u = all.stream().mapToDouble(i -> scale * i.rate() * i.relative()).toArray();
        return new Table(DatasetHeader.of(record.name() + " interruptions", Interruptions.KIND, Metadata.EMPTY),
                List.of(Column.of("interruption", "1", all.stream().mapToDouble(i -> i.pulse().number()).toArray()),
                        Column.of("time", "s", all.stream().mapToDouble(i -> i.pulse().off()).toArray()),
                        Column.of("potential", "V", all.stream().mapToDouble(Interruptions::potential).toArray()),
                        Column.of("slope over root of time", "V.s-0.5", all.stream().mapToDouble(Interruptions::root)
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
            u[k] = y[k] * all.get(k).relative();
        }
        String what = known ? "Diffusion coefficient" : "Diffusion time L\u00b2/D";
        return Figure.of("interruption", "Interruptions", what + " of each interruption over the potential it starts "
                + "from; bars are standard uncertainties.", Panel.of(Panel.MAIN, AxisSpec.of("Potential", "V"),
                        AxisSpec.of(what, known ? "cm2/s" : "s").log(), List.of(new Layer.Points("", x, y, u,
                                Style.points(Colour.component(0), Style.Symbol.CIRCLE, 4)))).noLegend());
    }
}
