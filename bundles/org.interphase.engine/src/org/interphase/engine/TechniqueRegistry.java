package org.interphase.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Technique;
import org.interphase.engine.internal.DefaultViews;
import org.interphase.model.Dataset;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Overlay;

/** What the installed techniques offer, by name. Immutable. */
public final class TechniqueRegistry {

    private final List<Technique> techniques;
    private final List<String> problems;
    private final Map<String, DatasetReader> readers = new LinkedHashMap<>();
    private final Map<String, Operation<?, ?>> operations = new LinkedHashMap<>();
    private final Map<String, Recipe> recipes = new LinkedHashMap<>();
    private final Map<String, KindInfo> kinds = new LinkedHashMap<>();
    private final Map<String, ReferenceTable> tables = new LinkedHashMap<>();
    private final List<DatasetView> views = new ArrayList<>();

    private TechniqueRegistry(Collection<Technique> techniques, List<String> problems) {
        this.techniques = techniques.stream().sorted(Comparator.comparing(Technique::id)).toList();
        this.problems = List.copyOf(problems);
        Map<String, Technique> ids = new LinkedHashMap<>();
        for (Technique t : this.techniques) {
            Technique other = ids.put(t.id(), t);
            if (other != null) {
                throw clash("technique", t.id(), other, t);
            }
            t.readers().forEach(r -> add("reader", readers, r.id(), r));
            t.operations().forEach(o -> add("operation", operations, o.info().id(), o));
            t.recipes().forEach(r -> add("recipe", recipes, r.id(), r));
            t.kinds().forEach(k -> kinds.putIfAbsent(k.id(), k));
            t.referenceTables().forEach(r -> add("reference table", tables, r.id(), r));
            views.addAll(t.views());
        }
    }

    // techniques may list one shared operation or reader (such as a baseline for any spectrum); two things of one
    // name are a mistake
    private static <T> void add(String what, Map<String, T> map, String id, T thing) {
        T other = map.putIfAbsent(id, thing);
        if (other != null && other.getClass() != thing.getClass()
                || other instanceof Record && !other.equals(thing)) {
            throw clash(what, id, other, thing);
        }
    }

    private static IllegalArgumentException clash(String what, String id, Object one, Object two) {
        return new IllegalArgumentException("two of the installed techniques bring a " + what + " '" + id + "': "
                + one.getClass().getName() + " and " + two.getClass().getName());
    }

    /**
     * A registry of these techniques.
     *
     * @throws IllegalArgumentException if two things have one name (naming both)
     */
    public static TechniqueRegistry of(Collection<? extends Technique> techniques) {
        return new TechniqueRegistry(List.copyOf(techniques), List.of());
    }

    /** A registry of the techniques declared in {@code META-INF/services} on the class path. */
    public static TechniqueRegistry fromClassPath() {
        List<Technique> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Iterator<Technique> it = ServiceLoader.load(Technique.class, TechniqueRegistry.class.getClassLoader())
                .iterator();
        // an unusable technique must not take the others with it
        for (int failures = 0; failures < 100;) {
            try {
                if (!it.hasNext()) {
                    break;
                }
                found.add(it.next());
            } catch (ServiceConfigurationError e) {
                failures++;
                problems.add("a technique cannot be used: " + e.getMessage());
            }
        }
        return new TechniqueRegistry(found, problems);
    }

    /** Techniques that are declared but cannot be used, and why. */
    public List<String> problems() {
        return problems;
    }

    /** The techniques, by identifier. */
    public List<Technique> techniques() {
        return techniques;
    }

    /** All readers. */
    public List<DatasetReader> readers() {
        return List.copyOf(readers.values());
    }

    /** Whether some technique brings both readers. */
    public boolean isOfOneTechnique(DatasetReader one, DatasetReader other) {
        return techniques.stream().map(Technique::readers).anyMatch(r -> r.stream().anyMatch(x -> x.id().equals(
                one.id())) && r.stream().anyMatch(x -> x.id().equals(other.id())));
    }

    /** All operations. */
    public List<Operation<?, ?>> operations() {
        return List.copyOf(operations.values());
    }

    /** All recipe templates. */
    public List<Recipe> recipes() {
        return List.copyOf(recipes.values());
    }

    /** All kinds of data. */
    public List<KindInfo> kinds() {
        return List.copyOf(kinds.values());
    }

    /** All reference tables. */
    public List<ReferenceTable> referenceTables() {
        return List.copyOf(tables.values());
    }

    /** What is known of a kind of data. */
    public Optional<KindInfo> kind(String id) {
        return Optional.ofNullable(kinds.get(id));
    }

    /** The operation of this identifier. */
    public Optional<Operation<?, ?>> operation(String id) {
        return Optional.ofNullable(operations.get(id));
    }

    /**
     * The operation of this identifier.
     *
     * @throws UnknownNameException if there is none, suggesting the nearest
     */
    public Operation<?, ?> requireOperation(String id) {
        return operation(id).orElseThrow(() -> new UnknownNameException("operation", id, operations.keySet()));
    }

    /** The recipe template of this identifier. */
    public Optional<Recipe> recipe(String id) {
        return Optional.ofNullable(recipes.get(id));
    }

    /**
     * The recipe template of this identifier.
     *
     * @throws UnknownNameException if there is none, suggesting the nearest
     */
    public Recipe requireRecipe(String id) {
        return recipe(id).orElseThrow(() -> new UnknownNameException("recipe", id, recipes.keySet()));
    }

    /** The recipe templates that suit a dataset, best first. */
    public List<Recipe> suggest(Dataset dataset) {
        return byScore(recipes.values(), r -> r.applies().score(dataset));
    }

    private static List<Recipe> byScore(Collection<Recipe> recipes, Function<Recipe, Integer> score) {
        record Scored(Recipe recipe, int score) {
        }
        return recipes.stream().map(r -> new Scored(r, score.apply(r))).filter(s -> s.score > 0)
                .sorted(Comparator.comparingInt(Scored::score).reversed()).map(Scored::recipe).toList();
    }

    /** The operations that take a dataset. */
    public List<Operation<?, ?>> operationsFor(Dataset dataset) {
        return List.copyOf(operations.values().stream().filter(o -> o.info().accepts(dataset)).toList());
    }

    /** The view a technique offers for a kind of data. */
    public Optional<DatasetView> view(String kind) {
        return views.stream().filter(v -> v.kinds().contains(kind)).findFirst();
    }

    /**
     * Figures of a dataset with what steps laid over it, the main one first: the technique's own view, else the plain
     * view of the shape.
     */
    public List<Figure> figures(Dataset dataset, List<Overlay> overlays) {
        List<Figure> own = view(dataset.kind().id()).map(v -> v.figures(dataset, overlays)).orElse(List.of());
        return own.isEmpty() ? DefaultViews.figures(dataset, overlays) : own;
    }
}
