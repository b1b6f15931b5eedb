package org.interphase.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.unit.Numbers;

/**
 * What the key results of a recipe say about the samples, as sentences with numbers. The numbers of one component (its
 * position, area, fraction) are drawn together to a statement of where it is present and where it is not.
 */
final class Conclusions {

    private static final int MOST_NAMED = 8;

    private final List<ReportSample> samples;
    private final Map<String, Map<Attribution.Property, Comparison>> components = new LinkedHashMap<>();
    private final List<Comparison> keys;

    /**
     * @param all quantities of one recipe
     */
    Conclusions(List<ReportSample> samples, List<Comparison> all) {
        this.samples = samples;
        for (Comparison c : all) {
            c.component().ifPresent(name -> components.computeIfAbsent(name, k -> new EnumMap<>(
                    Attribution.Property.class)).put(c.evidence().orElseThrow().property(), c));
        }
        this.keys = keys(all);
    }

    /**
     * The key results worth a line: beside others, a bound or a count without an uncertainty is no conclusion.
     */
    static List<Comparison> keys(List<Comparison> all) {
        List<Comparison> keys = all.stream().filter(Comparison::key).toList();
        List<Comparison> known = keys.stream().filter(c -> c.values().stream().filter(Objects::nonNull)
                .anyMatch(m -> m.isNotDetected() || m.verdict().isWithheld() || m.uncertainty() > 0)).toList();
        // where no answer has an uncertainty, as of a match with a library, the bare numbers are all there is
        return known.isEmpty() ? keys : known;
    }

    /** The sentences; none about what was measured on one sample only. */
    List<String> sentences() {
        List<String> out = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (Comparison c : keys) {
            Optional<String> component = c.component();
            if (component.isPresent() && isPresenceQuestion(components.get(component.get()))) {
                if (told.add(component.get())) {
                    out.add(presence(component.get(), components.get(component.get())));
                }
            } else {
                out.add(c.statement(samples));
            }
        }
        out.removeIf(String::isEmpty);
        return out;
    }

    private boolean isPresenceQuestion(Map<Attribution.Property, Comparison> component) {
        long asked = component.values().stream().mapToInt(Comparison::measured).max().orElse(0);
        return asked >= 2 && asked <= MOST_NAMED && component.values().stream().flatMap(c -> c.values().stream())
                .anyMatch(m -> m != null && m.isNotDetected());
    }

    private String presence(String name, Map<Attribution.Property, Comparison> component) {
        List<String> parts = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Measurement position = value(component, Attribution.Property.POSITION, i);
            Measurement fraction = value(component, Attribution.Property.FRACTION, i);
            Measurement area = value(component, Attribution.Property.AREA, i);
            if (position == null && fraction == null && area == null) {
                continue;
            }
            Measurement decisive = fraction != null ? fraction : area != null ? area : position;
            if (isDetected(decisive)) {
                parts.add("present in " + samples.get(i).name()
                        + (isDetected(fraction) ? ", " + fraction.pretty()
                                : isDetected(area) ? ", area " + area.pretty() : "")
                        + (isDetected(position) ? " at " + position.pretty() : ""));
            } else if (decisive.verdict().isWithheld()) {
                parts.add("undecided in " + samples.get(i).name() + " (" + decisive.verdict().reason() + ")");
            } else {
                absent.add("not detected in " + samples.get(i).name() + limit(fraction, area));
            }
        }
        parts.addAll(absent);
        for (Attribution.Property property : List.of(component.containsKey(Attribution.Property.FRACTION)
                ? Attribution.Property.FRACTION : Attribution.Property.AREA, Attribution.Property.POSITION)) {
            if (component.containsKey(property)) {
                parts.addAll(component.get(property).verdicts(samples, property.word()));
            }
        }
        return name + ": " + String.join("; ", parts) + ".";
    }

    private static String limit(Measurement fraction, Measurement area) {
        boolean ofFraction = fraction != null && !Double.isNaN(fraction.limit());
        Measurement m = ofFraction ? fraction : area;
        if (m == null || Double.isNaN(m.limit())) {
            return "";
        }
        return ", " + (ofFraction ? "" : "area ") + "below " + Numbers.plain(m.limit(), 2)
                + (m.unit().isOne() ? "" : "\u00a0" + m.unit().pretty());
    }

    private static boolean isDetected(Measurement m) {
        return m != null && m.isDetected();
    }

    private static Measurement value(Map<Attribution.Property, Comparison> component, Attribution.Property property,
            int sample) {
        Comparison c = component.get(property);
        return c == null ? null : c.values().get(sample);
    }
}
