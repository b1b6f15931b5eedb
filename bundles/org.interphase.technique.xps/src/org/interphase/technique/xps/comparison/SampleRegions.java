package org.interphase.technique.xps.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Series;
import org.interphase.technique.xps.reference.CoreLevel;

/** Which regions of a series belong to which line and which sample. */
public final class SampleRegions {

    private SampleRegions() {
    }

    /**
     * What tells a region's sample: the sample of its metadata, else the name of its file without the line; empty if
     * neither is known.
     */
    public static String sample(Dataset d) {
        String sample = d.metadata().text("sample").orElse("").strip();
        if (!sample.isEmpty() && !sample.equalsIgnoreCase("not specified")) {
            return sample;
        }
        String file = d.metadata().text("file").orElse("").replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        String line = CoreLevel.of(d);
        if (!line.isEmpty()) {
            String element = line.substring(0, line.indexOf(' '));
            String level = line.substring(line.indexOf(' ') + 1);
            file = file.replaceFirst("[ _-]?" + element + "[ _-]?" + level + "(?![A-Za-z])", "");
        }
        return file;
    }

    /** The line most members are regions of; the first such one; empty if none is known. */
    public static String commonLine(Series s) {
        Map<String, Integer> count = new LinkedHashMap<>();
        for (Dataset d : s.members()) {
            if (d instanceof Curve && !CoreLevel.of(d).isEmpty()) {
                count.merge(CoreLevel.of(d), 1, Integer::sum);
            }
        }
        String best = "";
        for (Map.Entry<String, Integer> e : count.entrySet()) {
            best = best.isEmpty() || e.getValue() > count.get(best) ? e.getKey() : best;
        }
        return best;
    }

    /** The regions of a line in the order of the series. */
    public static List<Curve> of(Series s, String line) {
        List<Curve> out = new ArrayList<>();
        for (Dataset d : s.members()) {
            if (d instanceof Curve c && CoreLevel.of(c).equalsIgnoreCase(line)) {
                out.add(c);
            }
        }
        return out;
    }

    /** Short names that tell regions of one line apart: samples where they differ, else the members' names. */
    public static List<String> names(List<Curve> regions) {
        List<String> samples = regions.stream().map(SampleRegions::sample).toList();
        boolean telling = samples.stream().noneMatch(String::isEmpty)
                && samples.stream().distinct().count() == samples.size();
        if (telling) {
            return samples;
        }
        List<String> out = new ArrayList<>();
        for (Curve c : regions) {
            String name = c.name();
            for (int k = 2; out.contains(name); k++) {
                name = c.name() + " (" + k + ")";
            }
            out.add(name);
        }
        return out;
    }
}
