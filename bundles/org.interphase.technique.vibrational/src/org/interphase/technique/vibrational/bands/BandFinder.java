package org.interphase.technique.vibrational.bands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.numerics.signal.NoiseLevel;

/**
 * Finds the bands of a spectrum: candidates from a wavelet response, then a least-squares fit of groups of
 * neighbouring candidates over a local parabola decides which stand out of the noise.
 */
public final class BandFinder {

    /** A Gaussian's full width at half maximum over its standard deviation, 2 sqrt(2 ln 2). */
    private static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));
    private static final int LARGEST_GROUP = 8;
    /** Response of a candidate on the flank of another, relative to the threshold; the fit has the last word. */
    private static final double COMPANION = 0.6;

    /**
     * How to search.
     *
     * @param threshold least significance of a band
     * @param largestWidth largest FWHM in axis units
     * @param smallestFraction least height over the highest point
     * @param shoulders whether bands without a maximum of their own are reported
     */
    public record Settings(double threshold, double largestWidth, double smallestFraction, boolean shoulders) {
    }

    /**
     * What was found.
     *
     * @param bands bands in ascending position
     * @param weaker about how many more stand out of the noise but are below the smallest height
     */
    public record Result(List<Band> bands, int weaker) {
    }

    private BandFinder() {
    }

    /**
     * Bands in ascending position.
     *
     * @param x abscissa, ascending
     * @param y ordinate over its baseline
     * @param noise noise of y
     */
    public static Result find(double[] x, double[] y, NoiseLevel noise, Settings settings, Progress progress) {
        if (x.length < 8) {
            return new Result(List.of(), 0);
        }
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        double largestScale = Math.min(settings.largestWidth() / FWHM / step, x.length / 10.0);
        double highest = highest(y);
        double least = settings.smallestFraction() * highest;
        // what may not be reported need not be told from noise
        NoiseLevel level = new NoiseLevel(Arrays.stream(noise.sigma()).map(s -> Math.hypot(s, 0.05 * least)).toArray(),
                noise.correlation());
        List<BandCandidates.Candidate> candidates = new ArrayList<>(
                BandCandidates.find(y, level, largestScale, COMPANION * settings.threshold()));
        int before = (int) candidates.stream().filter(c -> c.significance() >= settings.threshold()).count();
        candidates.removeIf(c -> c.height() < 0.5 * least);
        int weak = before - (int) candidates.stream().filter(c -> c.significance() >= settings.threshold()).count();
        List<List<BandCandidates.Candidate>> groups = groups(near(separate(candidates), settings.threshold()), y);
        List<Band> out = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            progress.checkCancelled();
            progress.report((double) g / groups.size(), "fitting bands");
            out.addAll(BandGroupFit.fit(x, y, level, groups.get(g), settings, progress));
        }
        int all = out.size();
        out.removeIf(b -> b.height() < least);
        int kept = out.size();
        if (!settings.shoulders()) {
            out.removeIf(Band::shoulder);
        }
        return new Result(distinct(out), weak + all - kept);
    }

    /** Largest value of the spectrum smoothed over three points, so that noise does not set it. */
    private static double highest(double[] y) {
        double max = 0;
        for (int i = 1; i < y.length - 1; i++) {
            max = Math.max(max, 0.25 * y[i - 1] + 0.5 * y[i] + 0.25 * y[i + 1]);
        }
        return max;
    }

    /** Without bands found twice (by neighbouring groups, or as core and foot of one line): maxima before shoulders. */
    private static List<Band> distinct(List<Band> all) {
        List<Band> strongest = new ArrayList<>(all);
        strongest.sort(Comparator.comparing(Band::shoulder)
                .thenComparing(Comparator.comparingDouble(Band::significance).reversed()));
        List<Band> out = new ArrayList<>();
        for (Band b : strongest) {
            if (out.stream().noneMatch(k -> Math.abs(k.position() - b.position()) < 0.4 * Math.min(k.fwhm(),
                    b.fwhm()))) {
                out.add(b);
            }
        }
        out.sort(Comparator.comparingDouble(Band::position));
        return out;
    }

    /** Candidates above the threshold, and weaker ones on their flanks. */
    private static List<BandCandidates.Candidate> near(List<BandCandidates.Candidate> all, double threshold) {
        List<BandCandidates.Candidate> seeds = all.stream().filter(c -> c.significance() >= threshold).toList();
        return all.stream().filter(c -> seeds.stream().anyMatch(
                s -> Math.abs(s.index() - c.index()) <= 1.25 * FWHM * (s.scale() + c.scale()))).toList();
    }

    /**
     * One candidate per band: the finest scales first, because a broad response over two narrow bands is no band; a
     * broader, stronger response at the same place only tells the width. What is broad and real besides is found again
     * in the residuals of the fit.
     */
    private static List<BandCandidates.Candidate> separate(List<BandCandidates.Candidate> all) {
        List<BandCandidates.Candidate> finest = new ArrayList<>(all);
        finest.sort(Comparator.comparingDouble(BandCandidates.Candidate::scale));
        List<BandCandidates.Candidate> kept = new ArrayList<>();
        for (BandCandidates.Candidate c : finest) {
            List<BandCandidates.Candidate> inside = kept.stream()
                    .filter(k -> Math.abs(k.index() - c.index()) <= Math.max(1.5, 1.2 * c.scale())).toList();
            if (inside.isEmpty()) {
                kept.add(c);
            } else if (inside.size() == 1 && c.significance() > inside.get(0).significance()) {
                BandCandidates.Candidate k = inside.get(0);
                kept.remove(k);
                int index = Math.abs(k.index() - c.index()) > 1.2 * k.scale() ? c.index() : k.index();
                kept.add(new BandCandidates.Candidate(index, c.scale(), c.significance(), c.height()));
            }
        }
        kept.sort(Comparator.comparingInt(BandCandidates.Candidate::index));
        return kept;
    }

    /** Neighbours whose flanks overlap, split at the deepest gap where a group gets too large. */
    private static List<List<BandCandidates.Candidate>> groups(List<BandCandidates.Candidate> sorted,
            double[] y) {
        List<List<BandCandidates.Candidate>> out = new ArrayList<>();
        List<BandCandidates.Candidate> current = new ArrayList<>();
        for (BandCandidates.Candidate c : sorted) {
            if (!current.isEmpty()) {
                BandCandidates.Candidate last = current.get(current.size() - 1);
                double reach = 2.5 * FWHM / 2 * (c.scale() + last.scale());
                if (c.index() - last.index() > reach) {
                    out.add(current);
                    current = new ArrayList<>();
                }
            }
            current.add(c);
        }
        if (!current.isEmpty()) {
            out.add(current);
        }
        List<List<BandCandidates.Candidate>> split = new ArrayList<>();
        out.forEach(g -> split(g, y, split));
        return split;
    }

    private static void split(List<BandCandidates.Candidate> group, double[] y,
            List<List<BandCandidates.Candidate>> out) {
        if (group.size() <= LARGEST_GROUP) {
            out.add(group);
            return;
        }
        int best = group.size() / 2;
        double deepest = Double.POSITIVE_INFINITY;
        for (int i = group.size() / 4; i < 3 * group.size() / 4; i++) {
            int a = group.get(i).index();
            int b = group.get(i + 1).index();
            double valley = Arrays.stream(y, a, b + 1).min().orElse(0) / Math.max(1e-300, Math.min(y[a], y[b]));
            if (valley < deepest) {
                deepest = valley;
                best = i + 1;
            }
        }
        split(group.subList(0, best), y, out);
        split(group.subList(best, group.size()), y, out);
    }
}
