package org.interphase.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Product;
import org.interphase.model.Series;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;

/**
 * Which datasets a recipe is for. What it is not for it refuses with a reason ({@link #refusal}); the runner obeys, so
 * no entry point can run a recipe on data it says nothing about.
 *
 * @param kinds kinds of data; for a recipe over a series, the kinds of its members; none for any
 * @param from start of the axis range the recipe's question needs; NaN for any
 * @param to end of that range
 * @param unit unit of the range
 * @param missing how much of the range may be missing at either end, as a fraction of it below 1
 * @param quantity what the axis must be, such as "binding energy"; empty for any
 * @param facts what would have to be known to bring another axis to that quantity
 * @param words words in the dataset's or file's name that speak for the recipe, lower case
 * @param product product the data must carry, by the simple name of its type such as "StoredFit"; empty for none
 */
public record Applicability(List<String> kinds, double from, double to, Unit unit, double missing, String quantity,
        List<Fact> facts, List<String> words, String product) {

    /**
     * How much of the needed range may usually be missing at either end. A region cut a little short still holds all
     * lines of the question and some background beside them; with more missing, the outermost line or its background
     * is gone.
     */
    public static final double EDGE = 0.1;

    /** Copies the lists. */
    public Applicability {
        kinds = List.copyOf(kinds);
        facts = List.copyOf(facts);
        words = List.copyOf(words);
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(product, "product");
        if (!(missing >= 0 && missing < 1)) {
            throw new IllegalArgumentException("a fraction of the range below 1 may be missing, not " + missing);
        }
    }

    /** Why a recipe is not for a dataset. */
    public enum Reason {
        /** It is data of another kind. */
        KIND,
        /** What the data is is not known. */
        UNKNOWN_KIND,
        /** Its axis is another quantity, or has none. */
        AXIS,
        /** It does not cover the range. */
        RANGE,
        /** It lacks what the recipe starts from, such as a stored fit. */
        PRODUCT
    }

    /**
     * A recipe is not for a dataset.
     *
     * @param reason what is wrong
     * @param text the rest of a sentence that begins with the dataset: "covers 278-294 eV, this recipe needs ..."
     * @param missing facts which, if they were stated, would change it
     */
    public record Refusal(Reason reason, String text, List<Fact> missing) {
        /** Copies the list. */
        public Refusal {
            missing = List.copyOf(missing);
        }

        private static Optional<Refusal> of(Reason reason, String text, Fact... missing) {
            return Optional.of(new Refusal(reason, text, List.of(missing)));
        }
    }

    /** Any dataset of these kinds; any dataset at all without kinds. */
    public static Applicability of(String... kinds) {
        return new Applicability(List.of(kinds), Double.NaN, Double.NaN, Unit.ONE, EDGE, "", List.of(), List.of(), "");
    }

    /** The same, for data that covers an axis range but for a little at its ends ({@link #EDGE}). */
    public Applicability covering(double start, double end, String rangeUnit) {
        return covering(start, end, rangeUnit, EDGE);
    }

    /**
     * The same, for data that covers an axis range but for a part of it.
     *
     * @param edge how much may be missing at either end, as a fraction of the range; half of it where the question is
     *     open and any part has an answer
     */
    public Applicability covering(double start, double end, String rangeUnit, double edge) {
        return new Applicability(kinds, start, end, Unit.of(rangeUnit), edge, quantity, facts, words, product);
    }

    /**
     * The same, for data over this quantity.
     *
     * @param axis name of the quantity; compared without regard to case; empty for any in the unit of the range
     * @param toGetThere facts that would bring data over another quantity to it, such as the photon energy
     */
    public Applicability along(String axis, Fact... toGetThere) {
        return new Applicability(kinds, from, to, unit, missing, axis, List.of(toGetThere), words, product);
    }

    /** The same, preferring data whose name has one of these words. */
    public Applicability preferring(String... preferred) {
        return new Applicability(kinds, from, to, unit, missing, quantity, facts, List.of(preferred), product);
    }

    /** The same, for data that carries a product of this type, for example a fit stored in the file. */
    public Applicability carrying(Class<? extends Product> type) {
        return new Applicability(kinds, from, to, unit, missing, quantity, facts, words, type.getSimpleName());
    }

    /** Whether a range is needed. */
    public boolean hasRange() {
        return !Double.isNaN(from);
    }

    /** Why a recipe is not for a dataset; empty if it is. Of a series, the first member that is refused counts. */
    public Optional<Refusal> refusal(Dataset dataset) {
        if (dataset instanceof Series s && (!s.kind().isPlain() || !kinds.contains(s.kind().id()))) {
            return s.members().stream().map(this::refusal).flatMap(Optional::stream).findFirst();
        }
        return wrongKind(dataset).or(() -> withoutProduct(dataset)).or(() -> wrongAxis(dataset));
    }

    private Optional<Refusal> wrongKind(Dataset d) {
        if (kinds.isEmpty() || kinds.contains(d.kind().id())) {
            return Optional.empty();
        }
        String needed = "this recipe is for " + String.join(" or ", kinds);
        if (!d.kind().isPlain()) {
            return Refusal.of(Reason.KIND, "is " + d.kind() + ", " + needed);
        }
        return Refusal.of(Reason.UNKNOWN_KIND, "is a plain " + d.shape() + " of unknown kind, " + needed
                + "; say what it is with " + Fact.KIND.option() + " " + kinds.get(0), Fact.KIND);
    }

    private Optional<Refusal> withoutProduct(Dataset d) {
        if (product.isEmpty()
                || d.header().products().stream().anyMatch(p -> p.getClass().getSimpleName().equals(product))) {
            return Optional.empty();
        }
        String words = product.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Refusal.of(Reason.PRODUCT, "carries no " + words + ", which this recipe starts from");
    }

    private Optional<Refusal> wrongAxis(Dataset d) {
        if (quantity.isEmpty() && !hasRange()) {
            return Optional.empty();
        }
        Axis axis = axis(d);
        if (axis == null) {
            return Refusal.of(Reason.AXIS, "is a " + d.shape() + " without an axis, this recipe needs "
                    + (hasRange() ? range(from, to, unit) : quantity));
        }
        if (!quantity.isEmpty() && !quantity.equalsIgnoreCase(axis.quantity().strip())) {
            return Refusal.of(Reason.AXIS, "is over " + lower(axis.quantity()) + ", this recipe needs " + quantity
                    + ways(), facts.toArray(Fact[]::new));
        }
        if (!hasRange()) {
            return Optional.empty();
        }
        if (!axis.unit().isCompatible(unit)) {
            return Refusal.of(Reason.AXIS, "has an axis in " + (axis.unit().isOne() ? "no unit" : axis.unit().text())
                    + ", this recipe needs " + unit.text() + (axis.unit().isOne() ? "" : ways()),
                    axis.unit().isOne() ? new Fact[] {Fact.UNIT} : facts.toArray(Fact[]::new));
        }
        double a = axis.unit().convert(axis.min(), unit);
        double b = axis.unit().convert(axis.max(), unit);
        double edge = missing * Math.abs(to - from);
        boolean covered = Math.min(a, b) <= Math.min(from, to) + edge && Math.max(a, b) >= Math.max(from, to) - edge;
        return covered ? Optional.empty() : Refusal.of(Reason.RANGE, "covers "
                + range(Math.min(a, b), Math.max(a, b), unit) + ", this recipe needs " + range(from, to, unit));
    }

    /** How the facts that lead to the axis needed can be said. */
    private String ways() {
        return facts.isEmpty() ? "" : "; say " + String.join(" and ", facts.stream().map(f -> "the "
                + f.label().toLowerCase(Locale.ROOT) + " with " + f.option() + " " + f.example()).toList());
    }

    private static String lower(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String range(double from, double to, Unit unit) {
        String dash = Math.min(from, to) < 0 ? " to " : "-";
        return Numbers.plain(Math.min(from, to), 5) + dash + Numbers.plain(Math.max(from, to), 5)
                + (unit.isOne() ? "" : " " + unit.text());
    }

    private static Axis axis(Dataset d) {
        return switch (d) {
            case Curve c -> c.axis();
            case CurveStack s -> s.axis();
            default -> null;
        };
    }

    /**
     * How well a dataset suits: 0 where it is refused, more is better. No kind asked for gives 1, a kind 10, an axis
     * range that fits 10 to 20 more the better it fills the data, a product it is made for 10 more, a telling name 5
     * more.
     */
    public int score(Dataset dataset) {
        if (refusal(dataset).isPresent()) {
            return 0;
        }
        Dataset d = dataset instanceof Series s ? s.members().get(0) : dataset;
        int score = (kinds.isEmpty() ? 1 : 10) + (product.isEmpty() ? 0 : 10);
        if (hasRange()) {
            Axis axis = axis(d);
            double length = Math.abs(axis.unit().convert(axis.max(), unit) - axis.unit().convert(axis.min(), unit));
            score += 10 + (int) Math.round(10 * Math.min(1, Math.abs(to - from) / Math.max(length, 1e-300)));
        }
        String name = d.name().toLowerCase(Locale.ROOT) + " "
                + d.metadata().text("file").orElse("").toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(name::contains) ? score + 5 : score;
    }
}
