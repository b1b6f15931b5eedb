package org.interphase.technique.dynamics.operation;

import java.util.Locale;
import java.util.OptionalDouble;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.dynamics.figure.PathFigures;
import org.interphase.technique.dynamics.path.Barrier;
import org.interphase.technique.dynamics.path.ReactionPath;

/** Forward and reverse barrier of a reaction path. */
public final class PathBarrier implements Operation<Table, PathBarrier.Parameters> {

    /** Nothing is to be chosen. */
    public record Parameters() {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("dynamics.barrier", 1,
            "Barrier of a reaction path", "The highest point of the curve through the images of a path over its ends: "
                    + "cubic pieces through energies and forces where forces along the path are there, else a cubic "
                    + "spline "
                    + "through the energies. The uncertainty holds the spread between interpolations, what images "
                    + "leave "
                    + "when they are taken away, and forces that are left on the images. A path whose images all lie "
                    + "below its ends has a barrier of 0.", Table.class, Parameters.class,
            Publication.article("G. Henkelman, H. Jonsson",
                    "Improved tangent estimate in the nudged elastic band method for finding minimum "
                    + "energy paths and saddle points")
                    .in("J. Chem. Phys.", 2000, "113", "9978-9985")
                    .doi("10.1063/1.1323224").seen().cited("Henkelman 2000"))
            .forKinds(ReactionPath.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        ReactionPath path = ReactionPath.of(input);
        Barrier b = Barrier.of(path);
        Verdict v = b.verdict();
        if (input.metadata().text(ReactionPath.ROWS).filter(ReactionPath.INTERPOLATED::equals).isPresent()) {
            v = v.and(Verdict.doubtful("the rows are an interpolation of a program, not images: how well they are "
                    + "known "
                    + "is not in the file"));
        }
        Outcome.Builder out = Outcome.builder(input);
        out.measure(Measurement.of("forward barrier", "E_a", b.forward(), b.forwardUncertainty(), "eV").judged(v));
        out.measure(Measurement.of("reverse barrier", "E_a,rev", b.reverse(), b.reverseUncertainty(), "eV").judged(v));
        out.measure(Measurement.of("reaction energy", "\u0394E", b.reaction(), b.reactionUncertainty(),
                "eV").judged(v));
        if (b.forward() == 0 || b.reverse() == 0) {
            int low = lowest(path);
            out.remark(Remark.warning(String.format(Locale.ROOT, "No image lies above %s: the barrier is 0. The path "
                    + "goes "
                    + "through a minimum %.4f eV below its first image (image %d of %d): another stable state lies "
                    + "between "
                    + "the ends.", b.forward() == 0 && b.reverse() == 0 ? "either end" : b.forward() == 0
                            ? "the first end" : "the last end", path.energy()[0] - path.energy()[low], low + 1,
                    path.images())).coded("no-barrier"));
        }
        out.remark(Remark.info((b.hermite() ? "The curve goes through energies and forces (cubic Hermite pieces)"
                : "The curve is a cubic spline through the energies; forces along the path are not in the file")
                + String.format(Locale.ROOT, "; between images the top is known to %.2g eV.", b.interpolation())));
        if (path.residual() == null) {
            out.remark(Remark.info("How far the path is from converged is not in the file, and not in the "
                    + "uncertainty."));
        }
        printed(out, input, "forward", b.forward());
        printed(out, input, "reverse", b.reverse());
        out.figure(PathFigures.path(input.name(), path, b));
        return out.build();
    }

    private static int lowest(ReactionPath p) {
        int at = 0;
        for (int k = 1; k < p.images(); k++) {
            at = p.energy()[k] < p.energy()[at] ? k : at;
        }
        return at;
    }

    /** The program's own number, where it printed one. */
    private static void printed(Outcome.Builder out, Table input, String which, double value) {
        OptionalDouble e = input.metadata().number("printed " + which + " activation energy", "eV");
        if (e.isPresent()) {
            out.remark(Remark.info(String.format(Locale.ROOT, "The program printed a %s activation energy of %.6f eV "
                    + "(the "
                    + "highest image); the curve gives %.6f eV.", which, e.getAsDouble(), value)));
        }
    }

    @Override
    public String methods(Parameters p) {
        return "Barriers are the highest point of the curve through the images of the path (cubic pieces through "
                + "energies "
                + "and forces, or a cubic spline where forces were not given) over its ends.";
    }
}
