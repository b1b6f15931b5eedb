package org.interphase.technique.vibrational.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.interphase.api.Progress;
import org.interphase.model.Verdict;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.bands.LocalFit;

/**
 * Whether a band may carry the name C=C: Bayes' rule over what else is known to lie there, by place, width and partner
 * bands.
 *
 * @param verdict sound from odds of 19 to 1 for the name, doubtful while it is the likelier one, else withheld
 * @param explanation a sentence that names the competitors with their odds; empty if there are none worth naming
 */
public record BandEvidence(Verdict verdict, String explanation) {

    /** Probability from which on a band carries its name. */
    private static final double SURE = 0.95;
    private static final double LIKELIER = 0.5;
    /** What a missing partner is worth, as a factor. */
    private static final double MISSING = 0.01;
    /** Competitors below this are not worth a word. */
    private static final double WORTH_NAMING = 0.02;
    private static final double COVERED = 2;

    /** What a partner band turned out to be. */
    private enum Seen {
        MISSING, THERE, OPEN, NOT_MEASURED
    }

    private record Weighed(Hypothesis hypothesis, double probability, List<String> partners) {
    }

    /**
     * Weighs the evidence for C=C.
     *
     * @param whole the spectrum with all it covers
     * @param raman whether it is a Raman spectrum; infrared otherwise
     * @param position of the band
     * @param positionU its standard uncertainty
     * @param fwhm its width
     * @param fwhmU its standard uncertainty
     * @param height its height
     */
    public static BandEvidence ofDoubleBond(BandSpectrum whole, boolean raman, double position, double positionU,
            double fwhm, double fwhmU, double height, Progress progress) {
        Hypothesis.Observed band = new Hypothesis.Observed(position, positionU, fwhm, fwhmU, height);
        List<Weighed> all = new ArrayList<>();
        double sum = 0;
        for (Hypothesis h : raman ? Hypotheses.raman() : Hypotheses.infrared()) {
            double weight = h.likelihood(band);
            List<String> said = new ArrayList<>();
            for (Hypothesis.Partner p : h.partners()) {
                Seen seen = seen(whole, band, p, progress);
                weight *= seen == Seen.MISSING ? MISSING : seen == Seen.THERE ? p.telling() : 1;
                said.add(p.name() + switch (seen) {
                    case MISSING -> " is missing";
                    case THERE -> " is there";
                    case OPEN -> " can't be told from the noise";
                    case NOT_MEASURED -> " is not measured";
                });
            }
            all.add(new Weighed(h, weight, said));
            sum += weight;
        }
        double total = sum > 0 ? sum : 1;
        List<Weighed> sorted = all.stream().map(w -> new Weighed(w.hypothesis(), w.probability() / total,
                w.partners())).sorted(Comparator.comparingDouble(Weighed::probability).reversed()).toList();
        double claimed = sorted.stream().filter(w -> w.hypothesis().claimed()).mapToDouble(Weighed::probability).sum();
        String rivals = rivals(sorted);
        if (claimed >= SURE) {
            return new BandEvidence(Verdict.SOUND, rivals.isEmpty() ? "" : sentence(position, claimed, rivals));
        }
        String reason = String.format(Locale.ROOT, "the band at %.0f cm-1 is C=C with a probability of %.0f %% only "
                + "(%s)", position, 100 * claimed, rivals);
        return new BandEvidence(claimed >= LIKELIER ? Verdict.doubtful(reason) : Verdict.withheld(reason),
                sentence(position, claimed, rivals));
    }

    /** A band whose maximum lies at the end of the range where C=C is looked for. */
    public static BandEvidence outside(double position) {
        String reason = String.format(Locale.ROOT, "the band at %.0f cm-1 lies at the end of where C=C is looked for",
                position);
        return new BandEvidence(Verdict.withheld(reason), "T" + reason.substring(1) + ": it is not assigned.");
    }

    private static String sentence(double position, double claimed, String rivals) {
        return String.format(Locale.ROOT, "The band at %.0f cm-1 by place, width and partner bands: C=C %.0f %%; %s.",
                position, 100 * claimed, rivals);
    }

    private static String rivals(List<Weighed> sorted) {
        List<String> out = new ArrayList<>();
        for (Weighed w : sorted) {
            if (!w.hypothesis().claimed() && w.probability() >= WORTH_NAMING) {
                out.add(String.format(Locale.ROOT, "%s %.0f %%%s", w.hypothesis().name(), 100 * w.probability(),
                        w.partners().isEmpty() ? "" : ", whose " + String.join(", ", w.partners())));
            }
        }
        return String.join("; ", out);
    }

    /** Fits the partner beside the band itself, where both lie in one range, over a line. */
    private static Seen seen(BandSpectrum whole, Hypothesis.Observed band, Hypothesis.Partner p, Progress progress) {
        if (!whole.covers(p.position() - p.reach(), p.position() + p.reach())) {
            return Seen.NOT_MEASURED;
        }
        BandSpectrum part = whole.part(p.from(), p.to()).independent(60);
        List<LocalFit.Line> lines = new ArrayList<>();
        lines.add(LocalFit.Line.of("partner", p.position(), p.reach(), p.fwhm()));
        if (band.position() > p.from() && band.position() < p.to()) {
            lines.add(new LocalFit.Line("band", band.position(), band.position() - COVERED, band.position() + COVERED,
                    band.fwhm(), 0.8 * band.fwhm(), 1.25 * band.fwhm()));
        }
        if (part.x().length < LocalFit.leastPoints(lines.size(), 1)) {
            return Seen.NOT_MEASURED;
        }
        LocalFit fit = LocalFit.unjudged(part.x(), part.y(), part.noise().sigma(), lines, 1, 4, progress);
        var height = fit.estimate("partner", LocalFit.Quantity.HEIGHT);
        double u = Double.isFinite(height.uncertainty()) ? height.uncertainty() : Double.POSITIVE_INFINITY;
        if (height.value() + 2 * u < p.least() * band.height()) {
            return Seen.MISSING;
        }
        return height.value() - 2 * u > 0.5 * p.least() * band.height() ? Seen.THERE : Seen.OPEN;
    }
}
