package org.interphase.technique.xps.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interphase.model.Verdict;
import org.interphase.numerics.signal.PeakSearch;

/**
 * Which elements explain the peaks of a survey. Elements are taken in the order of the significance of their main line;
 * one whose main line coincides with another line (secondary or Auger) of an element already taken must be confirmed
 * by a
 * second line of its own, and one whose strong second line is missing is refused.
 */
final class ElementSearch {

    /** Least significance of a peak. */
    private static final double SIGNIFICANT = 6;
    /** A secondary line must be there if it is expected to be this significant. */
    private static final double EXPECTED = 25;
    private static final double COINCIDENCE = 2.5;
    private static final double AUGER_COINCIDENCE = 6;
    /** Plasmon and shake-up losses lie this far above a line in eV, and are weaker than it by this factor at least. */
    private static final double LOSS_FROM = 4;
    private static final double LOSS_TO = 30;
    private static final double LOSS_FACTOR = 3;
    /** Weaker lines than this share of the main one may be missed: they are broad, or lie on others. */
    private static final double REQUIRED = 0.2;

    /**
     * An element with its evidence.
     *
     * @param element symbol
     * @param main peak of its main line
     * @param confirmed names of further lines found
     */
    record Found(String element, PeakSearch.Candidate main, String line, List<String> confirmed) {
    }

    private final List<SurveyLine> lines;
    private final List<PeakSearch.Candidate> peaks;
    private final double photon;
    private final double low;
    private final double high;

    ElementSearch(List<SurveyLine> lines, List<PeakSearch.Candidate> peaks, double photon, double low, double high) {
        this.lines = lines;
        this.peaks = peaks.stream().filter(p -> p.significance() >= SIGNIFICANT).toList();
        this.photon = photon;
        this.low = low;
        this.high = high;
    }

    List<Found> find() {
        Set<String> elements = new LinkedHashSet<>();
        lines.forEach(l -> elements.add(l.element()));
        List<Found> candidates = new ArrayList<>();
        for (String e : elements) {
            SurveyLine main = mainOf(e);
            Optional<PeakSearch.Candidate> peak = nearest(main.bindingEnergy(photon), main.tolerance());
            if (peak.isPresent() && strongLinesAreThere(e, peak.get())) {
                candidates.add(new Found(e, peak.get(), e + " " + main.line(), confirmations(e, peak.get())));
            }
        }
        candidates.sort(Comparator.comparingDouble((Found f) -> -f.main.significance()));
        List<Found> taken = new ArrayList<>();
        for (Found f : candidates) {
            if (!explained(f, taken, candidates)) {
                taken.add(f);
            }
        }
        return taken;
    }

    /**
     * Whether the name of an element stands: a further line of its own confirms it, or nothing else that may be there
     * has a line at its only one.
     */
    Verdict verdict(Found f, List<Found> taken) {
        List<Found> others = taken.stream().filter(o -> o != f).toList();
        if (ownConfirmations(f, others, others) > 0) {
            return Verdict.SOUND;
        }
        double energy = f.main.centre();
        List<String> rivals = lines.stream().filter(l -> !l.element().equals(f.element))
                .filter(l -> Math.abs(l.bindingEnergy(photon) - energy) <= (l.kind() == SurveyLine.Kind.AUGER
                        ? AUGER_COINCIDENCE : l.tolerance()))
                .filter(l -> l.kind() == SurveyLine.Kind.MAIN ? strongLinesAreThere(l.element(), f.main)
                        : others.stream().anyMatch(o -> o.element.equals(l.element())))
                .map(l -> l.element() + " " + l.line()).distinct().toList();
        if (!rivals.isEmpty()) {
            return Verdict.doubtful("its only line may be " + String.join(" or ", rivals));
        }
        return isLoss(f.main) ? Verdict.doubtful("its only line may be the energy loss of a stronger one")
                : Verdict.SOUND;
    }

    private SurveyLine mainOf(String element) {
        return lines.stream().filter(l -> l.element().equals(element) && l.kind() == SurveyLine.Kind.MAIN).findFirst()
                .orElseThrow();
    }

    private Optional<PeakSearch.Candidate> nearest(double energy, double tolerance) {
        return peaks.stream().filter(p -> Math.abs(p.centre() - energy) <= tolerance)
                .min(Comparator.comparingDouble(p -> Math.abs(p.centre() - energy)));
    }

    private boolean strongLinesAreThere(String element, PeakSearch.Candidate main) {
        for (SurveyLine l : lines) {
            if (l.element().equals(element) && l.kind() == SurveyLine.Kind.SECONDARY && l.energy() > low + 3
                    && l.energy() < high - 3 && l.intensity() >= REQUIRED
                    && l.intensity() * main.significance() > EXPECTED
                    && nearest(l.energy(), l.tolerance()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private List<String> confirmations(String element, PeakSearch.Candidate main) {
        List<String> out = new ArrayList<>();
        for (SurveyLine l : lines) {
            if (l.element().equals(element) && l.kind() == SurveyLine.Kind.SECONDARY
                    && nearest(l.energy(), l.tolerance()).filter(p -> p != main).isPresent()) {
                out.add(l.line());
            }
        }
        return out;
    }

    /**
     * How many further lines of an element lie on peaks that nothing else explains: neither a line of an element
     * already
     * taken nor, better, the main line of another candidate.
     */
    private long ownConfirmations(Found f, List<Found> taken, List<Found> all) {
        return lines.stream().filter(l -> l.element().equals(f.element) && l.kind() == SurveyLine.Kind.SECONDARY)
                .filter(l -> {
                    Optional<PeakSearch.Candidate> p = nearest(l.energy(), l.tolerance()).filter(q -> q != f.main);
                    if (p.isEmpty()) {
                        return false;
                    }
                    double energy = p.get().centre();
                    boolean takenLine = taken.stream().anyMatch(o -> lines.stream().anyMatch(m -> m.element()
                            .equals(o.element) && Math.abs(m.bindingEnergy(photon) - energy) <= m.tolerance()));
                    boolean othersMain = all.stream().anyMatch(o -> o != f && o.main == p.get()
                            && Math.abs(mainOf(o.element).energy() - energy) <= Math.abs(l.energy() - energy) + 0.5);
                    return !takenLine && !othersMain;
                }).count();
    }

    /** Whether a peak may be the energy loss of a much stronger one at lower binding energy. */
    private boolean isLoss(PeakSearch.Candidate peak) {
        return peaks.stream().anyMatch(p -> peak.centre() - p.centre() > LOSS_FROM
                && peak.centre() - p.centre() < LOSS_TO && p.prominence() > LOSS_FACTOR * peak.prominence());
    }

    /**
     * Whether a better founded candidate has a line on the main peak of another: one with more lines found, whose own
     * main peak is a different one.
     */
    private boolean belongsToBetter(Found f, List<Found> all) {
        double energy = f.main.centre();
        return all.stream().anyMatch(o -> o != f && o.main != f.main && o.confirmed.size() > f.confirmed.size()
                && lines.stream().anyMatch(l -> l.element().equals(o.element) && l.kind() == SurveyLine.Kind.SECONDARY
                        && l.intensity() * o.main.significance() > SIGNIFICANT
                        && Math.abs(l.energy() - energy) <= l.tolerance()
                        && Math.abs(l.energy() - energy) <= Math.abs(mainOf(f.element).energy() - energy) + 2));
    }

    /** Whether the main peak of an element is another element's. */
    private boolean explained(Found f, List<Found> taken, List<Found> all) {
        double energy = f.main.centre();
        double distance = Math.abs(energy - mainOf(f.element).energy());
        long own = ownConfirmations(f, taken, all);
        if (own == 0 && (isLoss(f.main) || belongsToBetter(f, all))) {
            return true;
        }
        for (Found o : taken) {
            // one peak is one element's main line: the one whose energy is nearer, or that has been confirmed
            if (o.main == f.main) {
                return true;
            }
            for (SurveyLine l : lines) {
                if (!l.element().equals(o.element) || l.kind() == SurveyLine.Kind.MAIN) {
                    continue;
                }
                boolean auger = l.kind() == SurveyLine.Kind.AUGER;
                double away = Math.abs(l.bindingEnergy(photon) - energy);
                boolean near = away < (auger ? AUGER_COINCIDENCE : Math.max(COINCIDENCE, l.tolerance() + 1));
                boolean nearer = !auger && distance < away - 0.7;
                if (near && !nearer && own == 0) {
                    return true;
                }
            }
        }
        // a weaker claim on a peak that another candidate's main line fits better
        for (Found o : all) {
            if (o != f && o.main == f.main && Math.abs(o.main.centre() - mainOf(o.element).energy()) < distance
                    && o.confirmed.size() >= f.confirmed.size()) {
                return true;
            }
        }
        return false;
    }
}
