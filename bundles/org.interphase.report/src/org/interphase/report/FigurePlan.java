package org.interphase.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;

/** Which pictures stand in which numbered figure, chapter by chapter. */
final class FigurePlan {

    private static final int ACROSS = 3;

    private final ReportData data;
    private final Map<Chapter, List<Plate>> plates = new LinkedHashMap<>();
    private final Map<String, List<Integer>> ofRecipe = new HashMap<>();
    private final Map<List<Object>, FigureCell> shown = new HashMap<>();
    private final Map<FigureCell, Integer> numberOf = new IdentityHashMap<>();
    private final Map<String, FigureCell> again = new HashMap<>();
    private int number;

    /**
     * A numbered figure: a row of pictures.
     *
     * @param number its number
     * @param cells one to three pictures
     */
    record Plate(int number, List<FigureCell> cells) {
        Plate {
            cells = List.copyOf(cells);
        }
    }

    FigurePlan(ReportData data, List<Chapter> chapters) {
        this.data = data;
        for (Chapter chapter : chapters) {
            List<FigureCell> cells = new ArrayList<>();
            chapter.sections().forEach(s -> cells(s, cells));
            plates.put(chapter, rows(cells));
        }
    }

    /** The figures of a chapter. */
    List<Plate> of(Chapter chapter) {
        return plates.getOrDefault(chapter, List.of());
    }

    /** Numbers of the figures that show results of a recipe. */
    List<Integer> numbers(String recipe) {
        return ofRecipe.getOrDefault(recipe, List.of());
    }

    /** Number of the figure that shows what a recipe would show again; none if nothing is shown twice. */
    Optional<Integer> shownBefore(String recipe) {
        return Optional.ofNullable(again.get(recipe)).map(numberOf::get);
    }

    // three to a row; what is left over is two to a row rather than one alone
    private List<Plate> rows(List<FigureCell> cells) {
        List<Plate> out = new ArrayList<>();
        int at = 0;
        while (at < cells.size()) {
            int left = cells.size() - at;
            boolean wide = cells.subList(at, Math.min(cells.size(), at + ACROSS)).stream().anyMatch(FigureCell::isWide);
            int take = left > 1 && (wide || left == 4) ? 2 : Math.min(ACROSS, left);
            List<FigureCell> row = cells.subList(at, at + take);
            number++;
            for (FigureCell c : row) {
                List<Integer> numbers = ofRecipe.computeIfAbsent(c.recipe(), k -> new ArrayList<>());
                if (!numbers.contains(number)) {
                    numbers.add(number);
                }
                numberOf.put(c, number);
            }
            out.add(new Plate(number, row));
            at += take;
        }
        return out;
    }

    private static List<Object> key(FigureCell cell, List<Object> content) {
        return List.of(cell.who(), cell.files(), content);
    }

    private void cells(ReportLayout.Section section, List<FigureCell> out) {
        List<ReportEntry> entries = data.byRecipe().getOrDefault(section.recipe(), List.of());
        Set<String> ids = new LinkedHashSet<>();
        entries.forEach(e -> e.figures().forEach(f -> ids.add(f.id())));
        if (!section.figures().isEmpty()) {
            ids.retainAll(section.figures());
        } else {
            ids.removeAll(plain(entries));
        }
        for (String id : ids) {
            List<ReportEntry> with = entries.stream().filter(e -> e.figures().stream().anyMatch(f -> f.id().equals(id)))
                    .limit(ReportCollector.MOST_WITH_FIGURES).toList();
            for (FigureCell cell : cells(with, id)) {
                add(cell, out);
            }
        }
    }

    /** Views of the data alone of a recipe that draws its own figures of them. */
    private static Set<String> plain(List<ReportEntry> entries) {
        Set<String> out = new LinkedHashSet<>();
        entries.forEach(e -> out.addAll(e.plain()));
        entries.forEach(e -> {
            Set<String> own = e.figures().stream().map(Figure::id).collect(Collectors.toSet());
            own.removeAll(e.plain());
            if (own.isEmpty()) {
                out.removeAll(e.plain());
            }
        });
        return out;
    }

    private void add(FigureCell cell, List<FigureCell> out) {
        Optional<List<Object>> content = FigureContent.of(cell.figure());
        if (content.isPresent()) {
            List<Object> key = key(cell, content.get());
            FigureCell before = shown.putIfAbsent(key, cell);
            if (before != null) {
                again.putIfAbsent(cell.recipe(), before);
                return;
            }
        }
        out.add(cell);
    }

    private List<FigureCell> cells(List<ReportEntry> entries, String id) {
        List<Figure> figures = entries.stream().map(e -> e.figures().stream().filter(f -> f.id().equals(id)).findFirst()
                .orElseThrow()).toList();
        List<String> names = entries.stream().map(ReportEntry::who).toList();
        boolean same = figures.stream().map(Figure::title).distinct().count() == 1;
        // a main view is called by its dataset, which says nothing about the others beside it
        boolean named = files(entries.get(0)).anyMatch(figures.get(0).title()::equals);
        String title = !same ? entries.get(0).recipeTitle() : named ? "Data" : figures.get(0).title();
        Set<Optional<List<Object>>> contents = figures.stream().map(FigureContent::of).collect(Collectors.toSet());
        boolean equal = figures.size() > 1 && contents.size() == 1 && contents.iterator().next().isPresent();
        Optional<Figure> one = equal ? Optional.of(figures.get(0)) : SampleOverlay.of(figures, names, colours(entries));
        if (one.isPresent()) {
            Map<String, Figure> parts = new LinkedHashMap<>();
            if (equal) {
                parts.put(String.join(", ", names), one.get());
            } else {
                for (int i = 0; i < names.size(); i++) {
                    parts.put(names.get(i), figures.get(i));
                }
            }
            return List.of(new FigureCell(entries.get(0).recipe(), one.get(), title, names,
                    entries.stream().flatMap(FigurePlan::files).distinct().toList(),
                    equal ? List.of() : colours(entries), parts));
        }
        List<FigureCell> out = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            out.add(new FigureCell(entries.get(i).recipe(), figures.get(i), title, List.of(names.get(i)),
                    files(entries.get(i)).distinct().toList(), List.of(), Map.of(names.get(i), figures.get(i))));
        }
        return out;
    }

    private List<Colour> colours(List<ReportEntry> entries) {
        Map<String, Integer> places = data.sampleNumbers();
        List<Colour> out = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Integer place = places.get(entries.get(i).sample());
            out.add(place == null ? Colour.sample(i) : data.samples().get(place).colour(place));
        }
        return out;
    }

    private static Stream<String> files(ReportEntry e) {
        return e.raws().stream().map(r -> r.name().substring(r.name().lastIndexOf('/') + 1));
    }
}
