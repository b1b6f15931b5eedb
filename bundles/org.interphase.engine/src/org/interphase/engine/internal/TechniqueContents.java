package org.interphase.engine.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.ReportingItem;
import org.interphase.api.Technique;

/**
 * What a technique brings, asked for once: whatever goes wrong in a technique's own code goes wrong here, and the
 * others are not touched.
 */
public record TechniqueContents(Technique technique, String id, List<KindInfo> kinds,
        Map<String, DatasetReader> readers,
        Map<String, Operation<?, ?>> operations, Map<String, Recipe> recipes, Map<String, ReferenceTable> tables,
        List<DatasetView> views, List<ReportingItem> checklist) {

    /**
     * Asks a technique for all it brings.
     *
     * @throws RuntimeException whatever the technique throws, or naming what it leaves null or names twice
     */
    public static TechniqueContents of(Technique t) {
        String id = Objects.requireNonNull(t.id(), "its id() is null");
        Objects.requireNonNull(t.title(), "its title() is null");
        return new TechniqueContents(t, id, List.copyOf(t.kinds()), named("reader", t.readers(), DatasetReader::id),
                named("operation", t.operations(), o -> o.info().id()), named("recipe", t.recipes(), Recipe::id),
                named("reference table", t.referenceTables(), ReferenceTable::id), List.copyOf(t.views()),
                List.copyOf(t.reportingChecklist()));
    }

    /**
     * The same, guarded: no code of the technique is called again but through a plug-in's own threads.
     *
     * @throws RuntimeException whatever the technique throws when a reader or view is asked what it is
     */
    TechniqueContents guarded(ForeignPlugin plugin) {
        Map<String, DatasetReader> r = new LinkedHashMap<>();
        readers.forEach((k, v) -> r.put(k, new ForeignReader(v, plugin)));
        Map<String, Operation<?, ?>> o = new LinkedHashMap<>();
        operations.forEach((k, v) -> o.put(k, new ForeignOperation<>(v, plugin)));
        List<DatasetView> v = views.stream().<DatasetView>map(one -> new ForeignView(one, plugin)).toList();
        Technique listed = new ListedTechnique(id, technique.title(), kinds, List.copyOf(r.values()),
                List.copyOf(o.values()), List.copyOf(recipes.values()), List.copyOf(tables.values()), v, checklist);
        return new TechniqueContents(listed, id, kinds, Collections.unmodifiableMap(r), Collections.unmodifiableMap(o),
                recipes, tables, v, checklist);
    }

    private static <T> Map<String, T> named(String what, Collection<? extends T> things, Function<T, String> name) {
        Map<String, T> out = new LinkedHashMap<>();
        for (T thing : things) {
            String id = Objects.requireNonNull(name.apply(thing), "a " + what + " without id");
            T other = out.putIfAbsent(id, thing);
            if (other != null && isAnother(other, thing)) {
                throw new IllegalArgumentException("it brings two things as " + what + " '" + id + "'");
            }
        }
        return Collections.unmodifiableMap(out);
    }

    /**
     * The first name this technique shares with others for something else; null if there is none. Techniques may list
     * one shared operation or reader, such as a baseline for any spectrum.
     */
    public String clash(Collection<TechniqueContents> others) {
        Map<String, Object> taken = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (TechniqueContents o : others) {
            ids.add(o.id);
            o.all().forEach(taken::putIfAbsent);
        }
        if (ids.contains(id)) {
            return "technique '" + id + "'";
        }
        for (Map.Entry<String, Object> mine : all().entrySet()) {
            Object other = taken.get(mine.getKey());
            if (other != null && isAnother(other, mine.getValue())) {
                return mine.getKey() + " (" + other.getClass().getName() + " and "
                        + mine.getValue().getClass().getName() + ")";
            }
        }
        return null;
    }

    private static boolean isAnother(Object one, Object two) {
        return one.getClass() != two.getClass() || one instanceof Record && !one.equals(two);
    }

    private Map<String, Object> all() {
        Map<String, Object> out = new HashMap<>();
        readers.forEach((k, v) -> out.put("reader '" + k + "'", v));
        operations.forEach((k, v) -> out.put("operation '" + k + "'", v));
        recipes.forEach((k, v) -> out.put("recipe '" + k + "'", v));
        tables.forEach((k, v) -> out.put("reference table '" + k + "'", v));
        return out;
    }
}
