package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.EnteredAmounts;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.technique.battery.figure.CompareFigures;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.SegmentationRules;
import org.interphase.technique.battery.segmentation.Segmenter;
import org.interphase.technique.battery.titration.ComparedCell;
import org.interphase.technique.battery.titration.ParticleShape;
import org.interphase.technique.battery.titration.ParticleSize;
import org.interphase.technique.battery.titration.PulsePoint;
import org.interphase.technique.battery.titration.Titration;
import org.interphase.technique.battery.titration.TitrationComparison;
import org.interphase.technique.battery.titration.TitrationState;

/** Diffusion and polarisation of cells at equal state of charge, from a titration of each. */
public final class GittCompare implements Operation<Series, GittCompare.Parameters> {

    /**
     * What the particles are, and by what states are equal.
     *
     * @param state by what the cells are in the same state
     * @param reference name of the cell the others are compared with; empty for the first
     * @param at states at which they are compared; empty for those of the reference's pulses
     * @param shape shape of the particles
     * @param length radius of a sphere, thickness of a slab, µm, of all cells; null for what each file states
     * @param lengthUncertainty its standard uncertainty, µm
     * @param skip time after each switching of the current that is left out, s; null for 1 % of the pulse
     * @param instrument how well the instruments know voltage and current
     */
    public record Parameters(
            @Param(label = "Equal", def = "charge", help = "Cells are in the same state after the same charge since "
                    + "the first pulse (per mass where every file states one), or at the same rested potential.")
            TitrationState state,
            @Param(label = "Reference", def = "", help = "Name of the cell the others are compared with; empty takes "
                    + "the first.") String reference,
            @Param(label = "At", def = "", help = "States at which cells are compared, such as 0.5, 1, 1.5: mA.h, "
                    + "mA.h/g or V. Empty takes those of the reference's pulses that all cells reach.") String at,
            @Param(label = "Particles", def = "sphere", help = "Shape of what lithium diffuses in.")
            ParticleShape shape,
            @Param(label = "Radius or thickness", unit = "um", min = 1e-6, max = 1e6, help = "Radius of the spheres, "
                    + "or thickness of the slab, one for all cells: it cancels in ratios. Empty takes what each file "
                    + "states (particle radius); without it the diffusion time L^2/D is compared.") Double length,
            @Param(label = "Its uncertainty", unit = "um", min = 0, max = 1e6, advanced = true,
                    help = "Standard uncertainty of the radius or thickness; D goes with its square.")
            Double lengthUncertainty,
            @Param(label = "Left out after switching", unit = "s", min = 0, max = 1e6, advanced = true,
                    help = "Time after each switching of the current in which double layer and charge transfer show; "
                    + "1 % of the pulse where nothing is said.") Double skip,
            @Param(label = "Instrument", help = "How well the instruments know voltage and current.")
            InstrumentReading instrument) {
    }

    private static final double MILLI = 1000;

    private final OperationInfo<Series, Parameters> info = OperationInfo.of("gitt.compare", 2, "Compare titrations",
            "Fits diffusion in particles to every pulse of each titration, as gitt.diffusion does, and sets diffusion "
                    + "coefficient and polarisation of the cells side by side at equal state of charge: straight "
                    + "between the two pulses beside it, never beyond the first or last.", Series.class,
                    Parameters.class).forKinds(Titration.kinds());

    @Override
    public OperationInfo<Series, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        if (input.members().size() < 2) {
            throw new AnalysisException("a comparison needs the titrations of two cells or more");
        }
        List<Dataset> members = ordered(input.members(), p.reference.strip());
        Outcome.Builder out = Outcome.builder(input);
        p.instrument.remark(out);
        boolean mass = p.state == TitrationState.CHARGE && mass(members, out);
        String unit = p.state == TitrationState.POTENTIAL ? "V" : mass ? "mA.h/g" : "mA.h";
        List<ComparedCell> charging = new ArrayList<>();
        List<ComparedCell> discharging = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            progress.checkCancelled();
            progress.report(i / (double) members.size(), members.get(i).name());
            titration(members.get(i), p, mass, out, progress, charging, discharging);
        }
        double[] asked = asked(p.at);
        List<TitrationComparison> compared = new ArrayList<>();
        for (List<ComparedCell> cells : List.of(charging, discharging)) {
            if (cells.size() == members.size()) {
                compared.add(TitrationComparison.of(cells, asked, p.state, unit, cells == charging, p.length != null));
            } else if (!cells.isEmpty()) {
                out.remark(Remark.warning((cells == charging ? "Charged" : "Discharged") + " by pulses were only "
                        + cells.stream().map(ComparedCell::name).collect(Collectors.joining(", "))
                        + "; that direction is not compared."));
            }
        }
        if (compared.stream().allMatch(c -> c.states().length == 0)) {
            throw new AnalysisException("the titrations share no state" + (asked.length == 0 ? "" : " that was asked "
                    + "for") + "; they reach " + reach(charging, discharging, unit));
        }
        for (TitrationComparison c : compared) {
            c.measurements().forEach(out::measure);
            c.remarks().forEach(out::remark);
            out.extra(c.table(input.name()));
            CompareFigures.of(c).forEach(out::figure);
        }
        compared.get(0).reference().size().remark(out);
        return out.build();
    }

    private static List<Dataset> ordered(List<Dataset> members, String reference) throws AnalysisException {
        List<Dataset> out = new ArrayList<>(members);
        if (reference.isEmpty()) {
            return out;
        }
        Dataset first = members.stream().filter(d -> d.name().equals(reference)).findFirst().orElseThrow(
                () -> new AnalysisException("there is no cell '" + reference + "'; there are " + members.stream()
                        .map(Dataset::name).collect(Collectors.joining(", "))));
        out.remove(first);
        out.add(0, first);
        return out;
    }

    /** Whether charges are per mass; says what it means that they are not. */
    private static boolean mass(List<Dataset> members, Outcome.Builder out) {
        List<Dataset> with = members.stream().filter(d -> d.metadata().number(EnteredAmounts.MASS, "mg").isPresent())
                .toList();
        if (with.size() == members.size()) {
            return true;
        }
        out.remark(Remark.warning("Charges are compared as they are: " + (with.isEmpty() ? "no file states"
                : "not every file states") + " an active mass. Equal charges are equal states only of cells of the "
                + "same size.").coded("no-mass"));
        return false;
    }

    private static void titration(Dataset member, Parameters p, boolean mass, Outcome.Builder out, Progress progress,
            List<ComparedCell> charging, List<ComparedCell> discharging) throws AnalysisException {
        if (!(member instanceof Table table)) {
            throw new AnalysisException("'" + member.name() + "' is a " + member.shape() + " and no record");
        }
        CellRecord record = CellRecord.of(table).orElseThrow(() -> new AnalysisException("'" + table.name()
                + "' has no " + CellRecord.missing(table)));
        CellSegmentation cell = Segmenter.segment(record, SegmentationRules.AUTOMATIC);
        cell.remarks().forEach(r -> out.remark(new Remark(r.level(), table.name() + ": " + r.text(), "", "",
                r.code())));
        List<PulsePoint> points;
        try {
            points = Titration.of(cell, null, p.shape, p.skip, progress).points();
        } catch (AnalysisException e) {
            throw new AnalysisException(table.name() + ": " + e.getMessage());
        }
        InstrumentAccuracy instrument = p.instrument.accuracy();
        OptionalDouble mg = table.metadata().number(EnteredAmounts.MASS, "mg");
        double per = mass ? MILLI / (mg.getAsDouble() / MILLI) : MILLI;
        boolean charge = p.state == TitrationState.CHARGE;
        for (boolean up : new boolean[] {true, false}) {
            List<PulsePoint> run = firstRun(points, up);
            if (!run.isEmpty()) {
                if (run.size() < points.stream().filter(q -> q.pulse().current() > 0 == up).count()) {
                    out.remark(Remark.info(table.name() + ": only the first run of pulses that "
                            + (up ? "charge" : "discharge") + " is compared."));
                }
                (up ? charging : discharging).add(new ComparedCell(table.name(), ParticleSize.of(p.length,
                        p.lengthUncertainty, table.metadata()), run, charge ? q -> per * q.charge()
                                : PulsePoint::rested, charge ? instrument.current() : 0, charge ? 0
                                        : instrument.voltage(), instrument));
            }
        }
    }

    /** The pulses of one direction that follow each other, the first such run. */
    private static List<PulsePoint> firstRun(List<PulsePoint> points, boolean up) {
        List<PulsePoint> sorted = points.stream().sorted(Comparator.comparingInt(q -> q.pulse().number())).toList();
        List<PulsePoint> out = new ArrayList<>();
        for (PulsePoint q : sorted) {
            boolean same = q.pulse().current() > 0 == up;
            if (same) {
                out.add(q);
            } else if (!out.isEmpty()) {
                break;
            }
        }
        return out;
    }

    private static double[] asked(String text) throws AnalysisException {
        if (text.isBlank()) {
            return new double[0];
        }
        try {
            double[] out = Arrays.stream(text.split(",", -1)).mapToDouble(t -> Double.parseDouble(t.strip()))
                    .sorted().distinct().toArray();
            if (Arrays.stream(out).allMatch(Double::isFinite)) {
                return out;
            }
        } catch (NumberFormatException e) {
            throw new AnalysisException("'" + text.strip() + "' is no list of states; write 0.5, 1, 1.5", e);
        }
        throw new AnalysisException("'" + text.strip() + "' is no list of states; write 0.5, 1, 1.5");
    }

    private static String reach(List<ComparedCell> a, List<ComparedCell> b, String unit) {
        return Stream.concat(a.stream(), b.stream()).map(c -> {
            double[] s = c.states();
            return s.length == 0 ? c.name() + " none" : String.format(Locale.ROOT, "%s %.4g to %.4g %s", c.name(), s[0],
                    s[s.length - 1], unit);
        }).collect(Collectors.joining(", "));
    }

    @Override
    public String methods(Parameters p) {
        return "Diffusion in particles was fitted to every pulse of each titration; diffusion coefficient and "
                + "polarisation are compared at equal " + (p.state() == TitrationState.CHARGE ? "charge since the "
                + "first pulse" : "rested potential") + ", read straight between the two pulses beside it and never "
                + "beyond the first or last.";
    }
}
