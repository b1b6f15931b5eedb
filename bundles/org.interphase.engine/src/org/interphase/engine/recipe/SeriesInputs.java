package org.interphase.engine.recipe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Series;

/**
 * Joins datasets into the one series a recipe of scope SERIES takes. The members keep their metadata, from which the
 * operations of the recipe take the condition (temperature, cycle ...); the series has the common kind of its
 * members, or {@code series} if they differ.
 */
public final class SeriesInputs {

    private SeriesInputs() {
    }

    /**
     * A series with its reference.
     *
     * @param dataset the series
     * @param reference what its members are
     */
    public record Joined(Series dataset, InputReference reference) {
    }

    /**
     * Joins datasets in the given order. A member whose name occurs twice is told apart by its file name.
     *
     * @param name name of the series
     * @param datasets members, at least one
     * @param references what they are, in the same order
     * @throws IllegalArgumentException if there is none, or the lists differ in length
     */
    public static Joined join(String name, List<? extends Dataset> datasets, List<InputReference> references) {
        if (datasets.isEmpty() || datasets.size() != references.size()) {
            throw new IllegalArgumentException(datasets.size() + " datasets and " + references.size() + " references");
        }
        List<Dataset> members = distinctNames(datasets);
        String kind = members.stream().map(d -> d.kind().id()).distinct().count() == 1 ? members.get(0).kind().id()
                : "series";
        Series series = Series.named(DatasetHeader.of(name, kind, Metadata.EMPTY), members);
        String sha = Checksums.ofBytes(references.stream().map(r -> r.sha256() + " " + r.index() + "\n")
                .collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
        boolean hashed = references.stream().noneMatch(r -> r.sha256().isEmpty());
        return new Joined(series, new InputReference(name, hashed ? sha : "", name, 0, references));
    }

    private static List<Dataset> distinctNames(List<? extends Dataset> datasets) {
        Map<String, Integer> count = new HashMap<>();
        datasets.forEach(d -> count.merge(d.name(), 1, Integer::sum));
        Map<String, Integer> used = new HashMap<>();
        List<Dataset> out = new ArrayList<>();
        for (Dataset d : datasets) {
            String name = d.name();
            if (count.get(name) > 1) {
                String file = d.metadata().text("file").orElse("");
                name = file.isEmpty() || name.contains(file) ? name : file + " " + name;
            }
            int n = used.merge(name, 1, Integer::sum);
            String unique = n == 1 ? name : name + " (" + n + ")";
            out.add(unique.equals(d.name()) ? d : d.withHeader(d.header().withName(unique)));
        }
        return out;
    }

    /** Headers of a dataset and, of a series, of its members with their condition. */
    static List<Object> headers(Dataset dataset) {
        List<Object> out = new ArrayList<>();
        out.add(dataset.header());
        if (dataset instanceof Series s) {
            s.members().forEach(m -> out.addAll(headers(m)));
            s.condition().ifPresent(out::add);
        }
        return out;
    }
}
