package org.interphase.engine.registry;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Technique;
import org.interphase.engine.internal.DefaultViews;
import org.interphase.engine.internal.JoinedPlugin;
import org.interphase.engine.internal.TechniqueContents;
import org.interphase.model.Dataset;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Overlay;

/** What the installed techniques offer, by name. Immutable. */
public final class TechniqueRegistry {

    private final List<TechniqueContents> own;
    private final List<TechniqueContents> contents;
    private final List<JoinedPlugin> plugins;
    private final List<String> problems;
    private final Map<String, DatasetReader> readers = new LinkedHashMap<>();
    private final Map<String, Operation<?, ?>> operations = new LinkedHashMap<>();
    private final Map<String, Recipe> recipes = new LinkedHashMap<>();
    private final Map<String, KindInfo> kinds = new LinkedHashMap<>();
    private final Map<String, ReferenceTable> tables = new LinkedHashMap<>();
    private final List<DatasetView> views = new ArrayList<>();
    private final Set<String> failedViews = ConcurrentHashMap.newKeySet();

    private TechniqueRegistry(List<TechniqueContents> own, List<String> problems, List<JoinedPlugin> plugins) {
        this.own = own.stream().sorted(Comparator.comparing(TechniqueContents::id)).toList();
        this.plugins = List.copyOf(plugins);
        this.problems = List.copyOf(problems);
        // those of plug-ins come last, so that they never stand before what would be there without them
        contents = Stream.concat(this.own.stream(), plugins.stream().flatMap(p -> p.contents().stream())).toList();
        for (TechniqueContents t : contents) {
            t.readers().forEach(readers::putIfAbsent);
            t.operations().forEach(operations::putIfAbsent);
            t.recipes().forEach(recipes::putIfAbsent);
            t.kinds().forEach(k -> kinds.putIfAbsent(k.id(), k));
            t.tables().forEach(tables::putIfAbsent);
            views.addAll(t.views());
        }
    }

    /**
     * A registry of these techniques.
     *
     * @throws IllegalArgumentException if one of them cannot be used, or two things have one name (naming both)
     */
    public static TechniqueRegistry of(Collection<? extends Technique> techniques) {
        TechniqueRegistry registry = usable(techniques, List.of());
        if (!registry.problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", registry.problems));
        }
        return registry;
    }

    /**
     * A registry of those of these techniques that can be used. One that throws, leaves something null, or takes a name
     * that an earlier one has for something else is left out whole and named in {@link #problems}.
     *
     * @param problems what went wrong before
     */
    public static TechniqueRegistry usable(Collection<? extends Technique> techniques, List<String> problems) {
        List<TechniqueContents> found = new ArrayList<>();
        List<String> all = new ArrayList<>(problems);
        for (Technique t : techniques) {
            try {
                TechniqueContents c = TechniqueContents.of(t);
                String clash = c.clash(found);
                if (clash == null) {
                    found.add(c);
                } else {
                    all.add("the technique of " + t.getClass().getName() + " is left out: two of the installed "
                            + "techniques bring the " + clash);
                }
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
                all.add("the technique of " + t.getClass().getName() + " is left out: " + e);
            }
        }
        return new TechniqueRegistry(found, all, List.of());
    }

    /**
     * This registry without its plug-ins, with these in their place. A plug-in that fails, does not come back in time,
     * or takes a name that is taken, is left out whole and named in {@link #problems} and {@link #refusal}.
     *
     * @param more what else went wrong with plug-ins
     */
    public TechniqueRegistry with(Collection<PluginTechniques> others, PluginTechniques.Limits limits,
            List<String> more) {
        return new TechniqueRegistry(own, Stream.concat(problems.stream(), more.stream()).toList(),
                JoinedPlugin.join(own, others, limits));
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
            } catch (ServiceConfigurationError | LinkageError e) {
                failures++;
                problems.add("a technique cannot be used: " + e.getMessage());
            }
        }
        return usable(found, problems);
    }

    /** Techniques and plug-ins that cannot be used, views and parts of plug-ins that failed, and why. */
    public List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        all.addAll(failedViews);
        plugins.stream().filter(p -> !p.refusal().isEmpty())
                .forEach(p -> all.add("the plug-in " + p.plugin().name() + " is left out: " + p.refusal()));
        plugins.forEach(p -> all.addAll(p.plugin().failures()));
        return all;
    }

    /** Why a plug-in is left out; empty if it is not. */
    public Optional<String> refusal(String plugin) {
        return joined(plugin).map(JoinedPlugin::refusal).filter(r -> !r.isEmpty());
    }

    /** What of a plug-in failed since it was taken in. */
    public List<String> failures(String plugin) {
        return joined(plugin).map(p -> p.plugin().failures().stream().sorted().toList()).orElse(List.of());
    }

    /** The techniques a plug-in brought. */
    public List<Technique> broughtBy(String plugin) {
        return joined(plugin).map(p -> p.contents().stream().map(TechniqueContents::technique).toList())
                .orElse(List.of());
    }

    private Optional<JoinedPlugin> joined(String plugin) {
        return plugins.stream().filter(p -> p.id().equals(plugin)).findFirst();
    }

    /** Identifier and version of the plug-in that brought an operation; empty where it belongs to the program. */
    public Optional<String> pluginOfOperation(String id) {
        return ofOwn(TechniqueContents::operations, id) ? Optional.empty() : plugins.stream()
                .filter(p -> p.contents().stream().anyMatch(c -> c.operations().containsKey(id)))
                .map(p -> p.plugin().name()).findFirst();
    }

    /** Identifier and version of the plug-in that brought a reader; empty where it belongs to the program. */
    public Optional<String> pluginOfReader(String id) {
        return ofOwn(TechniqueContents::readers, id) ? Optional.empty() : plugins.stream()
                .filter(p -> p.contents().stream().anyMatch(c -> c.readers().containsKey(id)))
                .map(p -> p.plugin().name()).findFirst();
    }

    /** Notes that the reader of a plug-in failed on a file which another then read. */
    public void readerFailed(DatasetReader reader, String how) {
        plugins.stream().filter(p -> p.contents().stream().anyMatch(c -> c.readers().get(reader.id()) == reader))
                .forEach(p -> p.plugin().failed("reader " + reader.id(), how));
    }

    private boolean ofOwn(Function<TechniqueContents, Map<String, ?>> what, String id) {
        return own.stream().anyMatch(c -> what.apply(c).containsKey(id));
    }

    /** The techniques, by identifier. */
    public List<Technique> techniques() {
        return contents.stream().map(TechniqueContents::technique).toList();
    }

    /** All readers. */
    public List<DatasetReader> readers() {
        return List.copyOf(readers.values());
    }

    /** Whether some technique brings both readers. */
    public boolean isOfOneTechnique(DatasetReader one, DatasetReader other) {
        return contents.stream().map(TechniqueContents::readers)
                .anyMatch(r -> r.containsKey(one.id()) && r.containsKey(other.id()));
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
        List<Figure> own = ownFigures(dataset, overlays);
        return own.isEmpty() ? DefaultViews.figures(dataset, overlays) : own;
    }

    // a view that fails must not take the picture with it
    private List<Figure> ownFigures(Dataset dataset, List<Overlay> overlays) {
        try {
            return view(dataset.kind().id()).map(v -> v.figures(dataset, overlays)).orElse(List.of());
        } catch (RuntimeException | LinkageError | AssertionError e) {
            failedViews.add("the view of " + dataset.kind() + " failed, the plain one is shown: " + e);
            return List.of();
        }
    }
}
