package org.interphase.technique.vibrational.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.technique.vibrational.bands.Band;

/**
 * Ranks candidate assignments of found bands and scores candidate species by what matched and what is missing.
 *
 * @param bands found bands, each with its candidates, best first
 * @param species candidate species, best first
 */
public record Assignment(List<Assigned> bands, List<Species> species) {

    /** A found band and what it may be. */
    public record Assigned(Band band, List<Candidate> candidates) {
    }

    /**
     * A reference band that a found band may be.
     *
     * @param reference the band
     * @param distance found minus reference position
     * @param score 1 at the reference position, falling as a Gaussian of tolerance and uncertainty together
     */
    public record Candidate(ReferenceBand reference, double distance, double score) {
    }

    /**
     * A candidate species.
     *
     * @param label species and form
     * @param score 0 to 1
     * @param matched reference bands found
     * @param missing reference bands in the measured range that were not found
     */
    public record Species(String label, double score, List<ReferenceBand> matched, List<ReferenceBand> missing) {
    }

    /**
     * Assigns. The foot of a band whose shape is not quite the fit's passes for no evidence (see {@link #isFoot}).
     *
     * @param found bands found
     * @param reference reference bands
     * @param from lower end of the measured range
     * @param to upper end of the measured range
     * @param extra tolerance added to each reference band's own, cm-1
     */
    public static Assignment of(List<Band> found, List<ReferenceBand> reference, double from, double to,
            double extra) {
        List<Assigned> bands = new ArrayList<>();
        Map<ReferenceBand, Double> best = new LinkedHashMap<>();
        for (Band b : found) {
            List<Candidate> candidates = new ArrayList<>();
            for (ReferenceBand r : isFoot(b, found) ? List.<ReferenceBand>of() : reference) {
                double reach = Math.hypot(r.tolerance() + extra, 2 * finite(b.positionU()));
                double d = b.position() - r.position();
                if (Math.abs(d) <= reach) {
                    // at the edge of the tolerance the score has fallen to 0.6
                    double s = Math.exp(-0.5 * d * d / (reach * reach));
                    candidates.add(new Candidate(r, d, s));
                    best.merge(r, s, Math::max);
                }
            }
            bands.add(new Assigned(b, candidates));
        }
        List<Species> species = species(reference, best, from, to);
        Map<String, Double> scores = new LinkedHashMap<>();
        species.forEach(s -> scores.put(s.label(), s.score()));
        List<Assigned> ranked = new ArrayList<>();
        for (Assigned a : bands) {
            List<Candidate> sorted = new ArrayList<>(a.candidates());
            // a band belongs rather to a species whose other bands are there as well
            sorted.sort(Comparator.comparingDouble((Candidate c) -> c.score() * c.reference().weight()
                    * (0.1 + scores.getOrDefault(c.reference().label(), 0.0))).reversed());
            ranked.add(new Assigned(a.band(), List.copyOf(sorted)));
        }
        return new Assignment(List.copyOf(ranked), species);
    }

    /**
     * Whether a shoulder lies so close to a maximum, compared with its own width, that it is rather the wide foot of
     * that band than one of its own.
     */
    public static boolean isFoot(Band b, List<Band> all) {
        return b.shoulder() && all.stream().anyMatch(m -> !m.shoulder() && m.fwhm() < b.fwhm()
                && Math.abs(m.position() - b.position()) < 0.4 * b.fwhm());
    }

    private static double finite(double u) {
        return Double.isFinite(u) ? Math.min(u, 5) : 5;
    }

    private static List<Species> species(List<ReferenceBand> reference, Map<ReferenceBand, Double> best, double from,
            double to) {
        Map<String, List<ReferenceBand>> bySpecies = new LinkedHashMap<>();
        for (ReferenceBand r : reference) {
            if (r.position() >= from && r.position() <= to) {
                bySpecies.computeIfAbsent(r.label(), k -> new ArrayList<>()).add(r);
            }
        }
        withCommonBands(bySpecies);
        List<Species> out = new ArrayList<>();
        for (Map.Entry<String, List<ReferenceBand>> e : bySpecies.entrySet()) {
            double total = 0;
            double hit = 0;
            double evidence = 0;
            double strong = 0;
            double strongHit = 0;
            List<ReferenceBand> matched = new ArrayList<>();
            List<ReferenceBand> missing = new ArrayList<>();
            for (ReferenceBand r : e.getValue()) {
                double w = r.shared() ? 0.5 * r.weight() : r.weight();
                total += w;
                boolean key = r.weight() == 1 && !r.shared();
                strong += key ? 1 : 0;
                strongHit += key && best.containsKey(r) ? 1 : 0;
                Double s = best.get(r);
                if (s != null) {
                    hit += w * s;
                    // a wide tolerance is met by chance and says less
                    evidence += w * s * Math.min(1, Math.sqrt(10 / r.tolerance()));
                    matched.add(r);
                } else {
                    missing.add(r);
                }
            }
            if (!matched.isEmpty()) {
                // the share of the species' weight that was found, less sure the fewer bands speak for it; a species
                // does not show weak bands and hide its strong ones
                double score = hit / total * (1 - Math.exp(-evidence)) * (strong > 0 ? strongHit / strong : 1);
                out.add(new Species(e.getKey(), score, List.copyOf(matched), List.copyOf(missing)));
            }
        }
        out.sort(Comparator.comparingDouble(Species::score).reversed());
        return List.copyOf(out);
    }

    /** Adds the bands that all forms of a species have to each of its forms. */
    private static void withCommonBands(Map<String, List<ReferenceBand>> bySpecies) {
        for (Map.Entry<String, List<ReferenceBand>> e : bySpecies.entrySet()) {
            String species = e.getValue().get(0).species();
            if (!e.getKey().equals(species) && bySpecies.containsKey(species)) {
                e.getValue().addAll(bySpecies.get(species));
            }
        }
    }
}
