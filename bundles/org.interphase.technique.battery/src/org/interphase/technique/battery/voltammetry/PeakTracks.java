package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Peaks followed over the cycles: those of one direction that recur at about the same potential are one track, numbered
 * by potential; an oxidation and a reduction track that lie nearest to each other are a pair.
 */
public final class PeakTracks {

    /** A peak may move by this much from the cycle with most peaks, V. */
    private static final double RECURS = 0.15;

    private final List<Track> tracks;
    private final List<Pair> pairs;

    private PeakTracks(List<Track> tracks, List<Pair> pairs) {
        this.tracks = List.copyOf(tracks);
        this.pairs = List.copyOf(pairs);
    }

    /**
     * A peak over the cycles.
     *
     * @param oxidation whether it is one
     * @param returning whether it goes against the direction of its sweeps
     * @param number counts from 1 by potential, for each of the four kinds
     * @param peaks in order of time, at most one of each sweep
     */
    public record Track(boolean oxidation, boolean returning, int number, List<VoltammetricPeak> peaks) {

        /** oxidation 1, reduction 2, oxidation on the return 1 ... */
        public String name() {
            return (oxidation ? "oxidation " : "reduction ") + (returning ? "on the return " : "") + number;
        }

        /** Mean potential, V. */
        public double position() {
            return peaks.stream().mapToDouble(p -> p.position().value()).average().orElse(Double.NaN);
        }
    }

    /** An oxidation and a reduction that belong together; numbers count from 1 by potential. */
    public record Pair(int number, Track oxidation, Track reduction) {
    }

    /**
     * Follows peaks.
     *
     * @param peaks of all sweeps
     * @param furthest largest separation of a pair, V
     */
    public static PeakTracks of(List<VoltammetricPeak> peaks, double furthest) {
        List<Track> up = tracks(peaks, true, false);
        List<Track> down = tracks(peaks, false, false);
        List<Track> all = new ArrayList<>(up);
        all.addAll(down);
        all.addAll(tracks(peaks, true, true));
        all.addAll(tracks(peaks, false, true));
        int[] partner = Alignment.of(positions(up), positions(down), furthest);
        List<Pair> pairs = new ArrayList<>();
        for (int k = 0; k < partner.length; k++) {
            if (partner[k] >= 0) {
                pairs.add(new Pair(pairs.size() + 1, up.get(k), down.get(partner[k])));
            }
        }
        return new PeakTracks(all, pairs);
    }

    private static double[] positions(List<Track> tracks) {
        return tracks.stream().mapToDouble(Track::position).toArray();
    }

    private static List<Track> tracks(List<VoltammetricPeak> peaks, boolean oxidation, boolean returning) {
        List<List<VoltammetricPeak>> sweeps = new ArrayList<>();
        int last = -1;
        for (VoltammetricPeak p : peaks) {
            if (p.oxidation() == oxidation && p.returning() == returning) {
                if (p.sweep().number() != last) {
                    sweeps.add(new ArrayList<>());
                    last = p.sweep().number();
                }
                sweeps.get(sweeps.size() - 1).add(p);
            }
        }
        List<VoltammetricPeak> reference = sweeps.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
        List<List<VoltammetricPeak>> lists = new ArrayList<>();
        reference.forEach(p -> lists.add(new ArrayList<>()));
        double[] at = reference.stream().mapToDouble(p -> p.position().value()).toArray();
        for (List<VoltammetricPeak> sweep : sweeps) {
            int[] partner = Alignment.of(sweep.stream().mapToDouble(p -> p.position().value()).toArray(), at, RECURS);
            for (int k = 0; k < partner.length; k++) {
                if (partner[k] >= 0) {
                    lists.get(partner[k]).add(sweep.get(k));
                } else {
                    lists.add(new ArrayList<>(List.of(sweep.get(k))));
                }
            }
        }
        List<List<VoltammetricPeak>> sorted = lists.stream().filter(l -> !l.isEmpty()).sorted(
                Comparator.comparingDouble(l -> l.get(0).position().value())).toList();
        return IntStream.range(0, sorted.size()).mapToObj(k -> new Track(oxidation, returning, k + 1,
                List.copyOf(sorted.get(k)))).toList();
    }

    /** All tracks, oxidations first. */
    public List<Track> tracks() {
        return tracks;
    }

    /** The pairs by potential. */
    public List<Pair> pairs() {
        return pairs;
    }

    /** Number of the pair a track belongs to. */
    public OptionalInt pairOf(Track track) {
        return pairs.stream().filter(p -> p.oxidation() == track || p.reduction() == track).mapToInt(Pair::number)
                .findFirst();
    }
}
