package org.interphase.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;

/**
 * The same quantity over samples: values side by side, the difference from the reference sample, and whether it is
 * significant.
 *
 * @param recipe recipe the numbers come from
 * @param name what was measured
 * @param key whether it is an answer of the recipe rather than an intermediate number
 * @param values one per sample; null where the sample was not measured
 * @param documents the analysis documents the values come from, relative to the report; null as above
 * @param scatters of each sample the scatter between its specimens; {@link Scatter#NONE} where it is not known
 */
public record Comparison(String recipe, String name, boolean key, List<Measurement> values, List<String> documents,
        List<Scatter> scatters) {

    /** Coverage factor for a significant difference: about 95 % for normal errors (JCGM 100:2008, 6.3.3). */
    public static final double COVERAGE = 2;

    // more samples than this are told by their range, since nobody reads a sentence of a hundred numbers
    private static final int MOST_NAMED = 8;

    /** Copies the lists (which may hold null). */
    public Comparison {
        values = Collections.unmodifiableList(new ArrayList<>(values));
        documents = Collections.unmodifiableList(new ArrayList<>(documents));
        scatters = List.copyOf(scatters);
    }

    /** A comparison of single specimens. */
    public Comparison(String recipe, String name, boolean key, List<Measurement> values, List<String> documents) {
        this(recipe, name, key, values, documents, Collections.nCopies(values.size(), Scatter.NONE));
    }

    /** What the quantity is evidence of, by the first sample that was measured; empty if it is of no component. */
    Optional<Attribution> evidence() {
        return values.stream().filter(Objects::nonNull).findFirst().flatMap(Measurement::evidence);
    }

    /** The component it is of, told apart from that of other datasets as the quantity is; empty if it is of none. */
    Optional<String> component() {
        return values.stream().filter(Objects::nonNull).findFirst().flatMap(m -> m.evidence().map(e ->
                (name.endsWith(m.name()) ? name.substring(0, name.length() - m.name().length()) : "")
                        + e.component()));
    }

    /**
     * All quantities of a recipe's entries that belong to samples. Several entries of one sample are told apart by
     * their dataset's name, unless the project says that they are of specimens of it: then their mean is compared.
     */
    public static List<Comparison> of(ReportData data, List<ReportEntry> entries) {
        Map<String, Integer> samples = data.sampleNumbers();
        Map<String, List<ReportEntry>> ofSample = new HashMap<>();
        entries.forEach(e -> ofSample.computeIfAbsent(e.sample(), k -> new ArrayList<>()).add(e));
        if (!entries.isEmpty() && data.setting().facts().specimens().contains(entries.get(0).recipe())) {
            return ofSpecimens(data, entries);
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        for (ReportEntry e : entries) {
            Integer sample = samples.get(e.sample());
            if (sample == null) {
                continue;
            }
            String prefix = name(e, ofSample.get(e.sample()));
            for (Measurement m : e.measurements()) {
                rows.computeIfAbsent(prefix + m.name(), k -> new Row(data.samples().size())).put(sample, m, e);
            }
        }
        return comparisons(rows, entries);
    }

    /** What tells an entry from the others of its sample: its dataset, or its file where datasets are called alike. */
    private static String name(ReportEntry e, List<ReportEntry> all) {
        if (all.size() < 2) {
            return "";
        }
        boolean alike = all.stream().filter(o -> o.dataset().equals(e.dataset())).count() > 1;
        return (alike ? e.file().substring(e.file().lastIndexOf('/') + 1) + ", " : "") + e.dataset() + ": ";
    }

    /** Means over specimens; where one specimen has no value each stands for itself, told apart by its dataset. */
    private static List<Comparison> ofSpecimens(ReportData data, List<ReportEntry> entries) {
        Map<String, Integer> samples = data.sampleNumbers();
        Map<String, Map<Integer, List<ReportEntry>>> with = new LinkedHashMap<>();
        for (ReportEntry e : entries) {
            if (samples.containsKey(e.sample())) {
                e.measurements().forEach(m -> with.computeIfAbsent(m.name(), k -> new LinkedHashMap<>())
                        .computeIfAbsent(samples.get(e.sample()), k -> new ArrayList<>()).add(e));
            }
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        with.forEach((name, bySample) -> bySample.forEach((sample, of) -> {
            List<Measurement> all = of.stream().map(e -> e.measurement(name)).toList();
            Optional<Specimens> together = Specimens.of(all);
            if (together.isPresent()) {
                Row row = rows.computeIfAbsent(name, k -> new Row(data.samples().size()));
                row.put(sample, together.get().mean(), of.get(0));
                row.scatters[sample] = together.get().scatter();
                return;
            }
            for (int i = 0; i < all.size(); i++) {
                rows.computeIfAbsent(name(of.get(i), of) + name,
                        k -> new Row(data.samples().size())).put(sample, all.get(i), of.get(i));
            }
        }));
        return comparisons(rows, entries);
    }

    /** The answers of the recipe first, most important first as it names them; the others as they were measured. */
    private static List<Comparison> comparisons(Map<String, Row> rows, List<ReportEntry> entries) {
        return rows.entrySet().stream().sorted(Comparator.comparingInt(row -> row.getValue().importance))
                .map(row -> row.getValue().comparison(entries.get(0).recipe(), row.getKey())).toList();
    }

    private static final class Row {

        private final Measurement[] values;
        private final String[] documents;
        private final Scatter[] scatters;
        private int importance = Integer.MAX_VALUE;

        private Row(int samples) {
            values = new Measurement[samples];
            documents = new String[samples];
            scatters = new Scatter[samples];
            Arrays.fill(scatters, Scatter.NONE);
        }

        private Comparison comparison(String recipe, String name) {
            return new Comparison(recipe, name, importance < Integer.MAX_VALUE, Arrays.asList(values),
                    Arrays.asList(documents), Arrays.asList(scatters));
        }

        private void put(int sample, Measurement m, ReportEntry e) {
            if (values[sample] == null) {
                values[sample] = m;
                documents[sample] = e.document();
            }
            int place = e.keys().indexOf(m.name());
            importance = place < 0 ? importance : Math.min(importance, place);
        }
    }

    /** How many samples were measured. */
    public int measured() {
        return (int) values.stream().filter(Objects::nonNull).count();
    }

    /**
     * Difference of a sample from the reference (the first sample with a value) with its standard uncertainty; null
     * where one of them has no value or their units differ in kind.
     */
    public Measurement difference(int sample) {
        Measurement m = values.get(sample);
        Measurement r = reference();
        if (m == null || r == null || m == r || !m.isDetected() || !r.isDetected()
                || !m.unit().isCompatible(r.unit())) {
            return null;
        }
        double scale = r.unit().scaleTo(m.unit());
        double d = m.value() - r.unit().convert(r.value(), m.unit());
        double u = Math.hypot(m.uncertainty(), r.uncertainty() * scale);
        return new Measurement("difference", "", d, u, m.unit(), "", Double.NaN,
                m.verdict().and(r.verdict()));
    }

    /** The first measurement that has a value; else the first there is, or null. */
    public Measurement reference() {
        return values.stream().filter(m -> m != null && m.isDetected()).findFirst()
                .orElse(values.stream().filter(Objects::nonNull).findFirst().orElse(null));
    }

    /**
     * Whether a sample differs from the reference by more than {@link #coverage} standard uncertainties; never where
     * one of the two is doubtful.
     */
    public boolean isSignificant(int sample) {
        Measurement d = difference(sample);
        return d != null && d.verdict().isSound() && d.uncertainty() > 0
                && Math.abs(d.value()) > coverage(sample) * d.uncertainty();
    }

    /**
     * How many standard uncertainties of its difference from the reference a sample has to differ by: Student's t of
     * the effective degrees of freedom where the scatter between specimens is known of one of the two, else
     * {@link #COVERAGE}.
     */
    public double coverage(int sample) {
        Measurement d = difference(sample);
        if (d == null) {
            return COVERAGE;
        }
        Measurement r = reference();
        double terms = scatters.get(sample).freedomTerm() + scatters.get(values.indexOf(r)).freedomTerm()
                * Math.pow(r.unit().scaleTo(d.unit()), 4);
        return Scatter.coverage(terms > 0 ? Math.pow(d.uncertainty(), 4) / terms : Double.POSITIVE_INFINITY);
    }

    /** A sentence that draws the conclusion, or empty if fewer than two samples were measured. */
    public String statement(List<ReportSample> samples) {
        return statement(samples, name);
    }

    /** The same with another subject than the name of the quantity. */
    String statement(List<ReportSample> samples, String subject) {
        if (measured() < 2) {
            return "";
        }
        if (measured() > MOST_NAMED) {
            return rangeStatement(samples, subject);
        }
        List<String> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Measurement m = values.get(i);
            if (m == null) {
                continue;
            }
            String sample = samples.get(i).name();
            if (m.isDetected() || m.verdict().isWithheld()) {
                found.add(sample + " " + m.pretty() + scatters.get(i).pretty());
            } else {
                String u = m.unit().isOne() ? "" : "\u00a0" + m.unit().pretty();
                missing.add("not detected in " + sample
                        + (Double.isNaN(m.limit()) ? "" : ", below " + Numbers.plain(m.limit(), 2) + u));
            }
        }
        List<String> parts = new ArrayList<>();
        if (!found.isEmpty()) {
            parts.add(String.join(", ", found));
        }
        parts.addAll(missing);
        parts.addAll(verdicts(samples, ""));
        return subject + ": " + String.join("; ", parts) + ".";
    }

    /**
     * What the differences from the reference sample are, one clause each.
     *
     * @param property what of a component it is; empty where the sentence has named it
     */
    List<String> verdicts(List<ReportSample> samples, String property) {
        String subject = property.isEmpty() ? "" : property + " in ";
        String in = property.isEmpty() ? "" : "in ";
        List<String> verdicts = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Measurement d = difference(i);
            if (d == null || !(d.uncertainty() > 0)) {
                continue;
            }
            if (!d.verdict().isSound()) {
                // a doubtful number is compared by no one
                continue;
            }
            if (!isSignificant(i)) {
                same.add(samples.get(i).name());
                continue;
            }
            verdicts.add(subject + samples.get(i).name() + " is " + (d.value() > 0 ? "higher" : "lower") + " than " + in
                    + samples.get(values.indexOf(reference())).name() + " by " + new Measurement("", "",
                            Math.abs(d.value()), d.uncertainty(), d.unit(), "", Double.NaN).pretty());
        }
        if (!same.isEmpty()) {
            verdicts.add(subject + Lines.listed(same) + (same.size() == 1 || !property.isEmpty() ? " does" : " do")
                    + " not differ significantly from " + (property.isEmpty() ? "" : "that in ")
                    + samples.get(values.indexOf(reference())).name());
        }
        return verdicts;
    }

    private String rangeStatement(List<ReportSample> samples, String subject) {
        int lowest = -1;
        int highest = -1;
        int found = 0;
        Unit unit = reference().unit();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null && values.get(i).isDetected() && values.get(i).unit().isCompatible(unit)) {
                found++;
                lowest = lowest < 0 || in(unit, i) < in(unit, lowest) ? i : lowest;
                highest = highest < 0 || in(unit, i) > in(unit, highest) ? i : highest;
            }
        }
        String absent = of("not detected", Measurement::isNotDetected) + of("withheld", m -> m.verdict().isWithheld())
                + of("doubtful", m -> m.isDetected() && !m.verdict().isSound());
        absent = absent.isEmpty() ? "" : absent.substring(2) + " of " + measured() + " samples";
        return found == 0 ? subject + ": " + absent + "."
                : subject + ": from " + values.get(lowest).pretty() + " (" + samples.get(lowest).name() + ") to "
                        + values.get(highest).pretty() + " (" + samples.get(highest).name() + ") in " + found
                        + " samples" + (absent.isEmpty() ? "" : "; " + absent) + ".";
    }

    private String of(String what, Predicate<Measurement> is) {
        long count = values.stream().filter(m -> m != null && is.test(m)).count();
        return count == 0 ? "" : "; " + what + " in " + count;
    }

    private double in(Unit unit, int sample) {
        return values.get(sample).unit().convert(values.get(sample).value(), unit);
    }
}
