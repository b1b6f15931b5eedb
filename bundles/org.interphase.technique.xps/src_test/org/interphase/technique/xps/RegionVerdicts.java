package org.interphase.technique.xps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.testkit.photoelectron.LineTruth;
import org.interphase.testkit.photoelectron.RegionFamilies;
import org.interphase.testkit.photoelectron.RegionTruth;
import org.interphase.testkit.verdict.VerdictTally;

/** What the verdicts of each fitting recipe are worth on regions of known truth. */
final class RegionVerdicts {

    /**
     * A recipe with regions of truth.
     *
     * @param recipe identifier
     * @param components what it looks for
     * @param base region with all of them
     * @param absent the component left out in half of the regions
     * @param foreign a state it does not look for
     */
    record Subject(String recipe, List<String> components, RegionTruth base, String absent, LineTruth foreign) {
    }

    private RegionVerdicts() {
    }

    private static LineTruth line(String name, double position, double fwhm, double area) {
        return LineTruth.of(name, position, fwhm, area);
    }

    /** The recipes. */
    static List<Subject> subjects() {
        return List.of(
                new Subject("xps/f1s-lif-cf2", List.of("CF2", "LiF"), RegionTruth.of("F 1s", 680, 694, 0.1, 900,
                        List.of(line("CF2", 688.2, 1.8, 6000), line("LiF", 685.1, 1.7, 1800))), "LiF",
                        line("LixPFy", 686.7, 1.7, 1000)),
                new Subject("xps/n1s-pan-licn", List.of("PAN", "LiCN"), RegionTruth.of("N 1s", 393, 406, 0.1, 700,
                        List.of(line("PAN", 399.6, 1.4, 4000), line("LiCN", 398.2, 1.4, 1500))), "LiCN",
                        line("amine", 401.4, 1.4, 600)),
                new Subject("xps/c1s-carbonate", List.of("C-C", "C-O", "O-C=O", "Li2CO3", "CF2"), RegionTruth.of(
                        "C 1s", 280, 295, 0.1, 700, List.of(line("C-C", 284.8, 1.3, 5000),
                                line("C-O", 286.5, 1.4, 1800),
                                line("O-C=O", 288.7, 1.3, 900), line("Li2CO3", 289.8, 1.3, 1500))), "Li2CO3",
                        line("C=O", 287.7, 1.3, 800)),
                new Subject("xps/c1s-organic", List.of("C-C", "C-O", "O-C=O"), RegionTruth.of("C 1s", 280, 294, 0.1,
                        600, List.of(line("C-C", 284.9, 1.2, 5000), line("C-O", 286.5, 1.2, 2500),
                                line("O-C=O", 288.9, 1.2, 2000))), "O-C=O", line("pi-pi*", 291.3, 2, 800)),
                new Subject("xps/o1s-carbonate", List.of("Li2CO3", "lattice", "C-O"), RegionTruth.of("O 1s", 525, 538,
                        0.1, 900, List.of(line("Li2CO3", 531.5, 1.6, 6000), line("lattice", 529.2, 1.2, 3000),
                                line("C-O", 533.1, 1.6, 1500))), "lattice", line("water", 534.9, 1.8, 1000)),
                new Subject("xps/s2p-doublets", List.of("SO2", "sulfide"), doublets(RegionTruth.of("S 2p", 158, 174,
                        0.1, 500, List.of(line("SO2", 168.9, 1.3, 2500), line("sulfide", 162, 1.5, 1200)))), "sulfide",
                        line("sulfite", 166.5, 1.5, 600)));
    }

    /** The weaker lines of doublets, which belong to their states but are no states of the truth. */
    private static RegionTruth doublets(RegionTruth r) {
        RegionTruth out = r;
        for (LineTruth l : r.lines()) {
            out = out.with(l.moved(1.18, 0.511));
        }
        return out;
    }

    private static RegionTruth without(RegionTruth r, String state) {
        Optional<LineTruth> gone = r.state(state);
        RegionTruth out = r.without(state);
        return gone.isEmpty() ? out : new RegionTruth(out.line(), out.from(), out.step(), out.points(), out.level(),
                out.rise(), out.slope(), out.bend(), out.lines(), out.others().stream().filter(o -> !o.name()
                        .equals(state)).toList(), out.shifted(), out.shift());
    }

    /** Tallies one recipe over all families. */
    static void tally(Subject s, int seeds, long first, VerdictTally tally) throws Exception {
        for (boolean all : new boolean[] {true, false}) {
            RegionTruth base = all ? s.base() : without(s.base(), s.absent());
            for (Map.Entry<String, RegionTruth> e : RegionFamilies.of(base, s.foreign()).entrySet()) {
                String family = e.getKey().substring(0, e.getKey().lastIndexOf(' '));
                for (long seed = first; seed < first + seeds; seed++) {
                    count(s, e.getValue(), XpsRuns.run(s.recipe(), e.getValue().curve(seed)), family, tally);
                }
            }
        }
    }

    private static void count(Subject s, RegionTruth truth, Outcome o, String family, VerdictTally tally) {
        Map<String, Measurement> found = new LinkedHashMap<>();
        o.measurements().forEach(m -> found.put(m.name(), m));
        for (String c : s.components()) {
            Measurement area = found.get(c + " area");
            Optional<LineTruth> line = truth.state(c);
            if (line.isEmpty()) {
                tally.absent(family, area.isDetected() && area.verdict().isSound());
                continue;
            }
            tally.number(family, area, line.get().area());
            // what is not there has a limit of its area, and no place
            if (!area.isNotDetected()) {
                tally.number(family, found.get(c + " position"), truth.maximum(c));
            }
            if (found.containsKey(c + " fraction")) {
                tally.number(family, found.get(c + " fraction"), 100 * line.get().area() / truth.total());
            }
        }
    }
}
