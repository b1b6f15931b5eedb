package org.interphase.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Product;
import org.interphase.model.Series;
import org.interphase.model.unit.Unit;

/**
 * Which datasets a recipe is for.
 *
 * @param kinds kinds of data; for a recipe over a series, the kinds of its members
 * @param from start of an axis range the data must cover the middle of; NaN for any
 * @param to end of that range
 * @param unit unit of the range
 * @param words words in the dataset's or file's name that speak for the recipe, lower case
 * @param product product the data must carry, by the simple name of its type such as "StoredFit"; empty for none
 */
public record Applicability(List<String> kinds, double from, double to, Unit unit, List<String> words,
        String product) {

    /** Copies the lists. */
    public Applicability {
        kinds = List.copyOf(kinds);
        words = List.copyOf(words);
        Objects.requireNonNull(product, "product");
    }

    /** Any dataset of these kinds. */
    public static Applicability of(String... kinds) {
        return new Applicability(List.of(kinds), Double.NaN, Double.NaN, Unit.ONE, List.of(), "");
    }

    /** The same, for data that covers the middle of an axis range. */
    public Applicability covering(double start, double end, String rangeUnit) {
        return new Applicability(kinds, start, end, Unit.of(rangeUnit), words, product);
    }

    /** The same, preferring data whose name has one of these words. */
    public Applicability preferring(String... preferred) {
        return new Applicability(kinds, from, to, unit, List.of(preferred), product);
    }

    /** The same, for data that carries a product of this type, for example a fit stored in the file. */
    public Applicability carrying(Class<? extends Product> type) {
        return new Applicability(kinds, from, to, unit, words, type.getSimpleName());
    }

    /**
     * How well a dataset suits: 0 not at all, more is better. A kind alone gives 10, an axis range that fits 20 more
     * (and a kind with a range that does not fit gives 0), a product it is made for 10 more (and 0 without it), a
     * telling name 5 more.
     */
    public int score(Dataset dataset) {
        Dataset d = dataset instanceof Series s ? s.members().get(0) : dataset;
        if (!kinds.contains(d.kind().id())) {
            return 0;
        }
        int score = 10;
        if (!product.isEmpty()) {
            if (d.header().products().stream().noneMatch(p -> p.getClass().getSimpleName().equals(product))) {
                return 0;
            }
            score += 10;
        }
        if (!Double.isNaN(from)) {
            org.interphase.model.Axis axis = switch (d) {
                case Curve c -> c.axis();
                case CurveStack s -> s.axis();
                default -> null;
            };
            if (axis == null || !axis.unit().isCompatible(unit)) {
                return 0;
            }
            double middle = unit.convert((from + to) / 2, axis.unit());
            if (middle < axis.min() || middle > axis.max()) {
                return 0;
            }
            double covered = (to - from) / Math.max(axis.max() - axis.min(), 1e-300);
            score += 10 + (int) Math.round(10 * Math.min(1, covered));
        }
        String name = d.name().toLowerCase(Locale.ROOT) + " "
                + d.metadata().text("file").orElse("").toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(name::contains) ? score + 5 : score;
    }
}
