package org.interphase.testkit.elements;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A spectrum whose elements are known, of a family that makes naming them hard.
 *
 * @param family what makes it hard
 * @param truth the spectrum with its counts
 * @param asked elements that are looked for by name, there or not
 * @param seed of the counts
 */
public record PresenceChallenge(String family, SpectrumTruth truth, List<String> asked, long seed) {

    /** Copies the list. */
    public PresenceChallenge {
        asked = List.copyOf(asked);
    }

    /** Spectra of all families. */
    public static List<PresenceChallenge> all(int perFamily, long seed) {
        List<PresenceChallenge> out = new ArrayList<>();
        SplittableRandom r = new SplittableRandom(seed);
        for (int i = 0; i < perFamily; i++) {
            double n = Math.pow(10, 4 + 1.7 * r.nextDouble());
            double few = n * (0.003 + 0.05 * r.nextDouble());
            add(out, r, "obeys the model", steel(n, r), "Ti", "Co", "Cu", "S");
            add(out, r, "obeys the model", glass(n), "P", "S", "Ti", "Na");
            add(out, r, "S beside Mo and Pb", glass(n).with("S K", few), "S", "Mo", "Pb");
            add(out, r, "Mo beside S", steel(n, r).with("Mo L", n / 4), "S", "Mo", "Pb");
            add(out, r, "Pb beside S", glass(n).with("Pb M", n / 3).with("Pb L", n / 12), "S", "Pb");
            add(out, r, "V under Ti K-beta", new SpectrumTruth().with("Ti K", n).with("Al K", n / 8).with("V K", few),
                    "V", "Ba");
            add(out, r, "Ti without V", new SpectrumTruth().with("Ti K", n).with("O K", n / 10), "V", "Cr", "Ba");
            add(out, r, "Ba or Ti", glass(n).with("Ba L", n / 4), "Ti", "V", "Ce");
            add(out, r, "Mn under Cr, Co under Fe", steel(n, r).with("Mn K", few), "Mn", "Co");
            add(out, r, "pile-up", glass(3 * n).pileUp(0.004 + 0.03 * r.nextDouble()), "P", "S", "K", "Cl");
            add(out, r, "escape peaks", new SpectrumTruth().with("Ti K", 3 * n).with("Ca K", 2 * n).escape(0.5
                    + 1.2 * r.nextDouble()), "P", "Y", "Cl", "Si");
            add(out, r, "tails", glass(n).tail(0.01 + 0.03 * r.nextDouble()), "P", "S", "Na", "As");
            add(out, r, "energy scale", steel(n, r).with("S K", few).scale(30 * r.nextDouble() - 15,
                    0.004 * r.nextDouble() - 0.002), "S", "Co", "V");
            add(out, r, "secondary lines off", steel(n, r).with("Mn K", few).betaError(0.16 * r.nextDouble() - 0.08),
                    "Mn", "Co", "V");
            add(out, r, "edge of the continuum", glass(n / 4).continuum(3 * n).edge(0.1 + 0.25 * r.nextDouble()), "P",
                    "Sr", "W", "S");
            add(out, r, "charging", glass(n).beam(20, 14 + 4 * r.nextDouble()), "P", "S", "Ti");
            add(out, r, "few counts", glass(300 + 1000 * r.nextDouble()).continuum(4000), "S", "Ti", "Cr");
        }
        return out;
    }

    private static SpectrumTruth steel(double n, SplittableRandom r) {
        return new SpectrumTruth().with("Fe K", n).with("Cr K", n * (0.1 + 0.2 * r.nextDouble())).with("Ni K",
                n * (0.05 + 0.1 * r.nextDouble()));
    }

    private static SpectrumTruth glass(double n) {
        return new SpectrumTruth().with("O K", n).with("Mg K", 0.8 * n).with("Al K", 0.4 * n).with("Si K", 2 * n)
                .with("Ca K", n).with("Fe K", 0.3 * n);
    }

    private static void add(List<PresenceChallenge> out, SplittableRandom r, String family, SpectrumTruth truth,
            String... asked) {
        out.add(new PresenceChallenge(family, truth, List.of(asked), r.nextLong()));
    }
}
