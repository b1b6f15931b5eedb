package org.interphase.technique.electrochemistry.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.interphase.io.TextColumn;
import org.interphase.model.unit.Unit;

/**
 * The columns of one spectrum among the columns of a table. Several spectra may stand side by side, over one column of
 * frequencies or each over its own; the words in which their headings differ are their labels.
 *
 * @param frequency frequency, angular frequency or its logarithm
 * @param form what the two columns are
 * @param first the first of them
 * @param second the second
 * @param label label among several, empty for one alone
 * @param all headings of all spectra of the table, whose columns are not further data of one of them
 */
record SpectrumHeadings(ImpedanceHeading frequency, ImpedanceForm form, ImpedanceHeading first,
        ImpedanceHeading second, String label, List<ImpedanceHeading> all) {

    private static final List<ImpedanceRole> FREQUENCIES = List.of(ImpedanceRole.FREQUENCY,
            ImpedanceRole.ANGULAR_FREQUENCY, ImpedanceRole.LOG_FREQUENCY, ImpedanceRole.LOG_ANGULAR_FREQUENCY);
    private static final Pattern WORDS = Pattern.compile("[\\s_;:,|]+");
    /** Columns that are computed, not measured. */
    private static final Pattern COMPUTED = Pattern.compile(".*(fit|calc|model|simul|resid|error|std|sigma|kk).*");

    SpectrumHeadings(ImpedanceHeading frequency, ImpedanceForm form, ImpedanceHeading first, ImpedanceHeading second,
            String label) {
        this(frequency, form, first, second, label, List.of(frequency, first, second));
    }

    /** The spectra in a table; empty if there is none. */
    static List<SpectrumHeadings> find(List<TextColumn> numeric) {
        List<ImpedanceHeading> headings = numeric.stream().map(ImpedanceHeading::of)
                .filter(h -> h.role() != null && h.suits()).toList();
        List<ImpedanceHeading> f = FREQUENCIES.stream().map(r -> of(headings, r)).filter(l -> !l.isEmpty()).findFirst()
                .orElse(List.of());
        if (f.isEmpty()) {
            return List.of();
        }
        for (ImpedanceForm form : ImpedanceForm.values()) {
            List<ImpedanceHeading> a = of(headings, form.first());
            List<ImpedanceHeading> b = of(headings, form.second());
            if (!a.isEmpty() && !b.isEmpty()) {
                List<SpectrumHeadings> beside = sideBySide(f, form, a, b);
                List<SpectrumHeadings> out = beside.isEmpty()
                        ? List.of(new SpectrumHeadings(f.get(0), form, a.get(0), b.get(0), "")) : beside;
                // a resistivity in ohm.cm, or real and imaginary part in different units, is not read as something else
                return out.stream().allMatch(s -> form.scale(s.first, s.second) != null) ? out : List.of();
            }
        }
        return List.of();
    }

    private static List<ImpedanceHeading> of(List<ImpedanceHeading> headings, ImpedanceRole role) {
        return headings.stream().filter(h -> h.role() == role).toList();
    }

    private static List<SpectrumHeadings> sideBySide(List<ImpedanceHeading> f, ImpedanceForm form,
            List<ImpedanceHeading> a, List<ImpedanceHeading> b) {
        int n = a.size();
        if (n < 2 || b.size() != n || f.size() != 1 && f.size() != n) {
            return List.of();
        }
        List<String> labels = labels(a);
        List<String> others = labels(b);
        if (!new HashSet<>(labels).equals(new HashSet<>(others))
                || labels.stream().anyMatch(l -> COMPUTED.matcher(l.toLowerCase(Locale.ROOT)).matches())) {
            return List.of();
        }
        Set<String> distinct = new HashSet<>(labels);
        boolean numbered = distinct.size() == 1;
        if (!numbered && distinct.size() != n || numbered && f.size() != n) {
            return List.of();
        }
        List<ImpedanceHeading> all = new ArrayList<>(f);
        all.addAll(a);
        all.addAll(b);
        List<SpectrumHeadings> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ImpedanceHeading second = b.get(numbered ? i : others.indexOf(labels.get(i)));
            out.add(new SpectrumHeadings(f.size() == 1 ? f.get(0) : f.get(i), form, a.get(i), second,
                    numbered ? String.valueOf(i + 1) : labels.get(i), all));
        }
        return out;
    }

    /** The words that the names of columns of one role do not share at their beginning and end. */
    private static List<String> labels(List<ImpedanceHeading> headings) {
        List<String[]> words = headings.stream().map(h -> WORDS.split(h.column().name().strip())).toList();
        int shortest = words.stream().mapToInt(w -> w.length).min().orElse(0);
        int start = 0;
        while (start < shortest && same(words, start, true)) {
            start++;
        }
        int end = 0;
        while (end < shortest - start && same(words, end, false)) {
            end++;
        }
        int from = start;
        int cut = end;
        return words.stream().map(w -> String.join(" ", Arrays.asList(w).subList(from, w.length - cut))).toList();
    }

    private static boolean same(List<String[]> words, int k, boolean fromStart) {
        String first = fromStart ? words.get(0)[k] : words.get(0)[words.get(0).length - 1 - k];
        return words.stream().allMatch(w -> (fromStart ? w[k] : w[w.length - 1 - k]).equals(first));
    }

    /** Whether a column belongs to this spectrum or to one beside it. */
    boolean isOfSpectra(TextColumn column) {
        return all.stream().anyMatch(h -> h.column() == column);
    }

    /** Frequencies in Hz. */
    double[] hertz() {
        double[] v = frequency.role() == ImpedanceRole.FREQUENCY ? frequency.in(Unit.of("Hz"))
                : frequency.column().values().clone();
        boolean angular = frequency.role() == ImpedanceRole.ANGULAR_FREQUENCY
                || frequency.role() == ImpedanceRole.LOG_ANGULAR_FREQUENCY;
        boolean logarithm = frequency.role() == ImpedanceRole.LOG_FREQUENCY
                || frequency.role() == ImpedanceRole.LOG_ANGULAR_FREQUENCY;
        for (int i = 0; i < v.length; i++) {
            v[i] = logarithm ? Math.pow(10, v[i]) : v[i];
            v[i] = angular ? v[i] / (2 * Math.PI) : v[i];
        }
        return v;
    }
}
