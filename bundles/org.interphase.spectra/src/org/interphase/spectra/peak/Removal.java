package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.parameters.Constrained;

/**
 * Takes a component out of a list without breaking what follows it: the first follower of a parameter takes over the
 * constraint (through its ratio and offset), the others follow it with the ratios and offsets they had to each other.
 */
final class Removal {

    private Removal() {
    }

    /** The other components; empty if one follows another parameter than its own, which cannot be taken over. */
    static Optional<List<PeakComponent>> without(List<PeakComponent> components, int index) {
        PeakComponent gone = components.get(index);
        List<PeakComponent> left = new ArrayList<>(components);
        left.remove(index);
        for (PeakComponent c : left) {
            for (String p : PeakComponent.PARAMETERS) {
                String tie = c.constraint(p).tiedTo();
                if (tie.startsWith(gone.name() + ".") && components.stream().noneMatch(o -> o.name().equals(tie))) {
                    return Optional.empty();
                }
            }
        }
        for (String p : PeakComponent.PARAMETERS) {
            PeakComponent leader = null;
            Constrained first = null;
            for (int i = 0; i < left.size(); i++) {
                PeakComponent c = left.get(i);
                Constrained tie = c.constraint(p);
                if (!tie.tiedTo().equals(gone.name())) {
                    continue;
                }
                if (leader == null) {
                    if (tie.ratio() == 0) {
                        return Optional.empty();
                    }
                    leader = c;
                    first = tie;
                    left.set(i, c.with(p, through(gone.constraint(p), tie)));
                } else {
                    double ratio = tie.ratio() / first.ratio();
                    left.set(i, c.with(p, Constrained.tied(leader.name(), ratio,
                            tie.offset() - ratio * first.offset())));
                }
            }
        }
        return Optional.of(left);
    }

    /** The constraint of ratio times x plus offset, where x is constrained. */
    private static Constrained through(Constrained x, Constrained tie) {
        double r = tie.ratio();
        double o = tie.offset();
        if (x.isTied()) {
            return Constrained.tied(x.tiedTo(), r * x.ratio(), r * x.offset() + o);
        }
        if (x.fixed()) {
            return Constrained.fixed(r * x.start() + o);
        }
        double a = r * x.lower() + o;
        double b = r * x.upper() + o;
        return Constrained.bounded(r * x.start() + o, Math.min(a, b), Math.max(a, b));
    }
}
