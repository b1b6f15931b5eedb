package org.interphase.technique.battery.join;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interphase.electro.record.EnteredAmounts;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.SampleGeometry;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Quantity;

/**
 * What the parts of a test say in common: what the first says and no other contradicts. When and as what file it began
 * is the first's; a mass or an area that only later parts state counts for all of them.
 */
final class CommonMetadata {

    private static final Set<String> OF_THE_FIRST = Set.of(RecordColumns.STARTED, "acquisition started",
            "technique started", "date", "time", "file", "file date");
    private static final List<String> AMOUNTS = List.of(EnteredAmounts.MASS, SampleGeometry.AREA);
    /** Texts that weigh as much as a number with a unit: they tell whether the parts are of one test. */
    private static final Set<String> WEIGHTY = Set.of("instrument", "channel", "serial number", "barcode");
    private static final double SAME = 1e-6;

    private final List<TestPart> parts;
    private final List<Remark> remarks = new ArrayList<>();
    private final Metadata metadata;

    private CommonMetadata(List<TestPart> parts) {
        this.parts = parts;
        Map<String, Object> out = new LinkedHashMap<>();
        List<String> weighty = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        for (String key : parts.get(0).table().metadata().entries().keySet()) {
            List<Object> values = values(key);
            if (values.size() == 1 || OF_THE_FIRST.contains(key)) {
                out.put(key, values.get(0));
            } else if (values.get(0) instanceof Quantity || WEIGHTY.contains(key)) {
                weighty.add(key + " (" + String.join(", ", values.stream().map(String::valueOf).toList()) + ")");
            } else {
                dropped.add(key);
            }
        }
        for (String key : AMOUNTS) {
            later(key, out, weighty);
        }
        source(out);
        if (!weighty.isEmpty()) {
            remarks.add(Remark.warning("The parts state different values of " + String.join(", ", weighty)
                    + "; none of them is taken. If they are parts of one test, state what is right.")
                    .coded("parts-differ"));
        }
        if (!dropped.isEmpty()) {
            remarks.add(Remark.info("What the parts state differently is left out: " + String.join(", ", dropped)
                    + "."));
        }
        this.metadata = Metadata.of(out);
    }

    static CommonMetadata of(List<TestPart> parts) {
        return new CommonMetadata(parts);
    }

    Metadata metadata() {
        return metadata;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** An amount of which the first part says nothing. */
    private void later(String key, Map<String, Object> out, List<String> weighty) {
        List<Object> values = values(key);
        if (parts.get(0).table().metadata().has(key) || values.isEmpty()) {
            return;
        }
        if (values.size() > 1) {
            weighty.add(key + " (" + String.join(", ", values.stream().map(String::valueOf).toList()) + ")");
            return;
        }
        out.put(key, values.get(0));
        remarks.add(Remark.info("Not all parts state the " + key + "; it is taken as " + values.get(0)
                + " for all of them."));
    }

    /** Whether the area was stated by a person goes with the area. */
    private void source(Map<String, Object> out) {
        Optional<TestPart> stated = parts.stream().filter(p -> p.table().metadata().text(SampleGeometry.AREA_SOURCE)
                .filter(SampleGeometry.STATED::equals).isPresent()).findFirst();
        out.remove(SampleGeometry.AREA_SOURCE);
        if (out.containsKey(SampleGeometry.AREA) && stated.isPresent()) {
            out.put(SampleGeometry.AREA_SOURCE, SampleGeometry.STATED);
        }
    }

    /** The different values of a key, in the order of the parts. */
    private List<Object> values(String key) {
        List<Object> out = new ArrayList<>();
        for (TestPart p : parts) {
            Object v = p.table().metadata().entries().get(key);
            if (v != null && out.stream().noneMatch(o -> same(o, v))) {
                out.add(v);
            }
        }
        return out;
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof Quantity p && b instanceof Quantity q && p.unit().isCompatible(q.unit())) {
            double v = q.in(p.unit()).value();
            return Math.abs(v - p.value()) <= SAME * Math.abs(v);
        }
        return a.equals(b);
    }
}
