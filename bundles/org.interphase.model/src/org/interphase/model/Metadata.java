package org.interphase.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.interphase.model.unit.Quantity;
import org.interphase.model.unit.Unit;

/**
 * What a file says about a measurement, in the file's order. Values are text, numbers, truth values, quantities with
 * unit, or lists of text. Keys are lower-case words joined by spaces where the reader knows the term ("photon
 * energy", "pass energy", "dwell time", "temperature"), else the file's own key.
 */
public final class Metadata {

    /** No metadata. */
    public static final Metadata EMPTY = new Metadata(new LinkedHashMap<>());

    private final Map<String, Object> entries;

    private Metadata(Map<String, Object> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** All entries in order; values are String, Double, Long, Boolean, Quantity or List of String. */
    public Map<String, Object> entries() {
        return entries;
    }

    /**
     * The same metadata with an entry added or replaced. A null or blank value leaves it as it was.
     *
     * @throws IllegalArgumentException if the value is of no permitted type
     */
    public Metadata with(String key, Object value) {
        if (value == null || value instanceof String s && s.isBlank()) {
            return this;
        }
        Map<String, Object> copy = new LinkedHashMap<>(entries);
        copy.put(key, permitted(key, value));
        return new Metadata(copy);
    }

    /** The same metadata with a quantity added; a value that is not finite leaves it as it was. */
    public Metadata with(String key, double value, String unit) {
        return Double.isFinite(value) ? with(key, Quantity.of(value, unit)) : this;
    }

    /** The same metadata with all entries of another added or replaced. */
    public Metadata withAll(Metadata other) {
        Map<String, Object> copy = new LinkedHashMap<>(entries);
        copy.putAll(other.entries);
        return new Metadata(copy);
    }

    /** Metadata from a map of permitted values. */
    public static Metadata of(Map<String, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((k, v) -> {
            if (v != null) {
                copy.put(k, permitted(k, v));
            }
        });
        return new Metadata(copy);
    }

    private static Object permitted(String key, Object value) {
        return switch (value) {
            case String s -> s;
            case Double d -> d;
            case Float f -> (double) f;
            case Long l -> l;
            case Integer i -> (long) i;
            case Short s -> (long) s;
            case Boolean b -> b;
            case Quantity q -> q;
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> throw new IllegalArgumentException(
                    "metadata '" + key + "' cannot hold a " + value.getClass().getSimpleName());
        };
    }

    /** The entry as text. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(entries.get(key)).map(String::valueOf);
    }

    /** The entry as a plain number, where it is one (a quantity gives its value). */
    public OptionalDouble number(String key) {
        return switch (entries.get(key)) {
            case Double d -> OptionalDouble.of(d);
            case Long l -> OptionalDouble.of(l);
            case Quantity q -> OptionalDouble.of(q.value());
            case null, default -> OptionalDouble.empty();
        };
    }

    /** The entry's value in a unit, where it is a quantity that can be converted to it. */
    public OptionalDouble number(String key, String unit) {
        if (entries.get(key) instanceof Quantity q && q.unit().isCompatible(Unit.of(unit))) {
            return OptionalDouble.of(q.unit().convert(q.value(), Unit.of(unit)));
        }
        return OptionalDouble.empty();
    }

    /** Whether there is an entry of this key. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metadata m && m.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
