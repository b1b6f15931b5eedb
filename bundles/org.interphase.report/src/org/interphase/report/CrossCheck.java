package org.interphase.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.unit.Numbers;

/**
 * What several analyses say of one thing in one sample.
 *
 * @param subject what was looked for
 * @param sample name of the sample
 * @param found what says that it is there, one clause each
 * @param absent what says that it is not
 * @param finding what comes of it
 * @param note what a reader must know to judge it, as a clause; empty for nothing
 */
record CrossCheck(String subject, String sample, List<String> found, List<String> absent, Finding finding,
        String note) {

    /** What analyses taken together tell. */
    enum Finding {
        /** All say yes or all say no. */
        AGREE,
        /** One says yes and another no. */
        DISAGREE,
        /** What one found has several readings, and another rules the one out that it is called after. */
        NARROWED
    }

    CrossCheck {
        found = List.copyOf(found);
        absent = List.copyOf(absent);
    }

    /** A number and the analysis it is from. */
    record Witness(String analysis, Comparison comparison) {
    }

    /** What one analysis says of one sample. */
    record Said(String analysis, Measurement number) {

        String clause() {
            Measurement m = number;
            return m.isDetected() ? "found by '" + analysis + "' (" + m.pretty() + ")" : "not found by '" + analysis
                    + "'" + (Double.isNaN(m.limit()) ? "" : " (below " + Numbers.plain(m.limit(), 2)
                            + (m.unit().isOne() ? "" : "\u00a0" + m.unit().pretty()) + ")");
        }
    }

    /** Whether one says yes and another no. */
    boolean disagrees() {
        return finding == Finding.DISAGREE;
    }

    /** The finding as a sentence. */
    String sentence() {
        return subject + " in " + sample + ": " + (found.isEmpty() || absent.isEmpty()
                ? String.join(", ", found.isEmpty() ? absent : found)
                : String.join(", ", found) + ", but " + String.join(", ", absent))
                + (note.isEmpty() ? "" : "; " + note) + ".";
    }

    /** What these say of a subject in each sample of which at least two speak. */
    static List<CrossCheck> of(ReportData data, String subject, List<Witness> witnesses) {
        List<CrossCheck> out = new ArrayList<>();
        for (int i = 0; i < data.samples().size(); i++) {
            List<Said> all = new ArrayList<>();
            for (Witness w : witnesses) {
                Measurement m = w.comparison().values().get(i);
                if (m != null && !m.verdict().isWithheld()) {
                    all.add(new Said(w.analysis(), m));
                }
            }
            if (all.size() > 1) {
                out.add(plain(subject, data.samples().get(i).name(), all));
            }
        }
        return out;
    }

    /** The check of what analyses say outright. */
    static CrossCheck plain(String subject, String sample, List<Said> all) {
        List<String> found = all.stream().filter(s -> s.number().isDetected()).map(Said::clause).toList();
        List<String> absent = all.stream().filter(s -> !s.number().isDetected()).map(Said::clause).toList();
        boolean disagree = !found.isEmpty() && !absent.isEmpty();
        return new CrossCheck(subject, sample, found, absent, disagree ? Finding.DISAGREE : Finding.AGREE,
                disagree ? note(all) : "");
    }

    /** Why a disagreement may be none. */
    private static String note(List<Said> all) {
        List<String> notes = new ArrayList<>();
        if (!all.stream().allMatch(s -> s.number().verdict().isSound())) {
            notes.add("one of these is doubtful");
        }
        Set<String> seeing = methods(all, true);
        Set<String> blind = methods(all, false);
        if (seeing.stream().noneMatch(blind::contains) && !seeing.contains("") && !blind.contains("")) {
            notes.add(String.join(" and ", seeing) + " and " + String.join(" and ", blind) + " reach different depths "
                    + "and have no common scale, so that a limit of one is none of the other");
        }
        return String.join("; ", notes);
    }

    private static Set<String> methods(List<Said> all, boolean detected) {
        Set<String> out = new TreeSet<>();
        all.stream().filter(s -> s.number().isDetected() == detected).forEach(s -> out.add(s.number().evidence()
                .map(Attribution::method).orElse("")));
        return out;
    }
}
