package org.interphase.technique.vibrational.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.ReferenceTable;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.api.parameters.Suggestions;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.technique.vibrational.bands.Band;
import org.interphase.technique.vibrational.bands.BandList;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.figure.BandPicture;
import org.interphase.technique.vibrational.reference.Assignment;
import org.interphase.technique.vibrational.reference.ReferenceBand;
import org.interphase.technique.vibrational.reference.ReferenceBands;

/** Assigns found bands against the reference table. */
public final class AssignOperation implements Operation<Curve, AssignOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Extra tolerance", unit = "cm-1", def = "0", min = 0, max = 50, help = "Added to the "
                    + "tolerance of each reference band, for example where the axis is not calibrated.")
            double tolerance,
            @Param(label = "Least score", def = "0.3", min = 0, max = 1, help = "Candidate species below this score "
                    + "are not listed.") double leastScore,
            @Param(label = "Species", def = "", help = "Only these species (names as in the reference table), "
                    + "separated by commas; empty for all.") List<String> species) {
    }

    private static final int LISTED = 5;
    /** Scores that differ by less don't tell two substances apart. */
    private static final double ALIKE = 0.1;

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("vibrational.assign", 2, "Band assignment",
                "Compares each found band with the reference table: ranked candidates within tolerance and "
                        + "uncertainty, and for each candidate species a score from 0 to 1 with what matched and what "
                        + "is missing; doubtful where one band alone speaks for it, or another species explains the "
                        + "same bands as well. Needs a band search before it.",
                Curve.class, Parameters.class).forKinds(Kinds.RAMAN, Kinds.ABSORBANCE, Kinds.KUBELKA_MUNK);
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        BandList list = input.product(BandList.class).orElseThrow(() -> new AnalysisException(
                "There are no bands to assign. Put the step 'Band search' before this one."));
        String technique = input.kind().id().equals(Kinds.RAMAN) ? "raman" : "ftir";
        List<ReferenceBand> reference = ReferenceBands.of(technique, input.product(ReferenceTable.class));
        reference = chosen(reference, p.species());
        Assignment assignment = Assignment.of(list.bands(), reference, input.axis().min(), input.axis().max(),
                p.tolerance());
        Outcome.Builder out = Outcome.builder(input);
        List<Assignment.Species> listed = assignment.species().stream()
                .filter(s -> s.score() >= p.leastScore()).limit(LISTED).toList();
        Set<String> fitting = listed.stream().map(Assignment.Species::label).collect(Collectors.toSet());
        labels(out, BandSpectrum.of(input, Range.ALL, 2), list.bands(), assignment, fitting);
        for (Assignment.Species s : listed) {
            out.measure(Measurement.of("score " + s.label(), "", s.score(), Double.NaN, "1")
                    .judged(verdict(s, listed)));
            out.remark(Remark.info(sentence(s)));
        }
        if (listed.isEmpty() && !list.bands().isEmpty()) {
            out.remark(Remark.info("No species of the reference table fits: the best would be "
                    + (assignment.species().isEmpty() ? "none" : sentence(assignment.species().get(0)))));
        }
        unassigned(out, list.bands(), assignment);
        return out.build();
    }

    /**
     * A name is worth its score if bands of its own speak for it: more than one, or the only one its table has in the
     * range, and no other substance explains the same bands as well.
     */
    private static Verdict verdict(Assignment.Species s, List<Assignment.Species> listed) {
        List<ReferenceBand> own = s.matched().stream().filter(b -> !b.shared()).toList();
        if (own.isEmpty()) {
            return Verdict.doubtful("only bands that many substances share speak for it");
        }
        if (own.size() == 1) {
            return Verdict.doubtful(String.format(Locale.ROOT, "only one band of its own, %.0f cm-1, speaks for it",
                    own.get(0).position()));
        }
        for (Assignment.Species other : listed) {
            if (other != s && other.score() > s.score() - ALIKE && overlap(own, other.matched())) {
                return Verdict.doubtful(other.label() + " explains the same bands as well");
            }
        }
        return Verdict.SOUND;
    }

    /** Whether each band has one of the others within the tolerance of both. */
    private static boolean overlap(List<ReferenceBand> own, List<ReferenceBand> others) {
        return own.stream().allMatch(b -> others.stream().anyMatch(o -> Math.abs(o.position() - b.position())
                <= o.tolerance() + b.tolerance()));
    }

    private static List<ReferenceBand> chosen(List<ReferenceBand> all, List<String> species)
            throws AnalysisException {
        if (species.isEmpty()) {
            return all;
        }
        List<String> known = all.stream().map(ReferenceBand::species).distinct().toList();
        for (String s : species) {
            if (known.stream().noneMatch(k -> k.equalsIgnoreCase(s))) {
                throw new AnalysisException("The reference table has no species '" + s + "'"
                        + Suggestions.phrase(s, known) + " Known: " + String.join(", ", known) + ".");
            }
        }
        return all.stream().filter(b -> species.stream().anyMatch(s -> s.equalsIgnoreCase(b.species()))).toList();
    }

    /** The chart names only species that fit as a whole; what one band alone could be is told on hover. */
    private static void labels(Outcome.Builder out, BandSpectrum s, List<Band> bands, Assignment assignment,
            Set<String> fitting) {
        List<String> texts = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        for (Assignment.Assigned a : assignment.bands()) {
            String position = BandPicture.label(a.band());
            if (a.candidates().isEmpty()) {
                texts.add(position);
                hints.add(position + " cm\u207b\u00b9: " + (Assignment.isFoot(a.band(), bands)
                        ? "the wide foot of the band beside it" : "not in the reference table"));
                continue;
            }
            texts.add(a.candidates().stream().map(c -> c.reference().label()).filter(fitting::contains).findFirst()
                    .map(name -> position + " " + name).orElse(position));
            StringBuilder hint = new StringBuilder();
            for (Assignment.Candidate c : a.candidates().subList(0, Math.min(LISTED, a.candidates().size()))) {
                hint.append(hint.isEmpty() ? "" : "\n").append(String.format(Locale.ROOT,
                        "%s %.1f (%+.1f) %s [%s]", c.reference().label(), c.reference().position(), c.distance(),
                        c.reference().assignment(), c.reference().source()));
            }
            hints.add(hint.toString());
        }
        out.overlay(BandPicture.labels(s, bands, texts, hints));
    }

    private static String sentence(Assignment.Species s) {
        String missing = s.missing().isEmpty() ? "nothing is missing" : "missing: " + positions(s.missing());
        return String.format(Locale.ROOT, "%s, score %.2f: matched %s; %s.", s.label(), s.score(),
                positions(s.matched()), missing);
    }

    private static String positions(List<ReferenceBand> bands) {
        return String.join(", ", bands.stream().map(b -> String.format(Locale.ROOT, "%.0f%s", b.position(),
                b.shared() ? " (shared)" : "")).toList()) + " cm-1";
    }

    private static void unassigned(Outcome.Builder out, List<Band> bands, Assignment assignment) {
        List<String> open = new ArrayList<>();
        for (Assignment.Assigned a : assignment.bands()) {
            if (a.candidates().isEmpty() && !Assignment.isFoot(a.band(), bands)) {
                open.add(BandPicture.label(a.band()));
            }
        }
        if (!open.isEmpty()) {
            out.remark(Remark.info(open.size() + " of " + bands.size() + " bands are not in the reference table: "
                    + String.join(", ", open) + " cm-1."));
        }
    }
}
