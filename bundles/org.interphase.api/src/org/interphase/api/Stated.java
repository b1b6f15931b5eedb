package org.interphase.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.interphase.model.unit.Unit;

/**
 * What a person says of a file that the file does not say itself: what kind of data it is, what its axis is, the photon
 * energy, the area of the electrode. It comes from the command line, {@code project.yaml} or the import page, is part
 * of the provenance, and a reader asks for it where the content leaves a gap. What the file does state it cannot
 * overrule silently: a reader that finds both different says so in a remark.
 */
public final class Stated {

    /** Nothing is said. */
    public static final Stated NOTHING = new Stated(Map.of());

    private final Map<String, String> entries;
    // told of every statement that is asked for; no part of the value
    private final Consumer<Fact> asked;

    private Stated(Map<String, String> entries) {
        this(entries, f -> { });
    }

    private Stated(Map<String, String> entries, Consumer<Fact> asked) {
        this.entries = Collections.unmodifiableMap(new TreeMap<>(entries));
        this.asked = asked;
    }

    /** The same statements; the listener is told of each that a reader asks for, so that idle ones can be named. */
    public Stated heardBy(Consumer<Fact> listener) {
        return new Stated(entries, listener);
    }

    /**
     * Statements by the keys of {@link Fact}; blank values say nothing.
     *
     * @throws IllegalArgumentException naming the fact, if a value is not of its form or a key is unknown
     */
    public static Stated of(Map<String, String> entries) {
        Stated out = NOTHING;
        for (Map.Entry<String, String> e : entries.entrySet()) {
            out = out.with(Fact.of(e.getKey()), e.getValue());
        }
        return out;
    }

    /**
     * The same with one statement added or replaced; a blank value takes it back.
     *
     * @throws IllegalArgumentException naming the fact, if the value is not of its form
     */
    public Stated with(Fact fact, String value) {
        Map<String, String> copy = new TreeMap<>(entries);
        if (value == null || value.isBlank()) {
            copy.remove(fact.key());
        } else {
            copy.put(fact.key(), fact.checked(value.strip()));
        }
        return new Stated(copy, asked);
    }

    /** These statements, and those of another where these say nothing. */
    public Stated orElse(Stated other) {
        Map<String, String> all = new TreeMap<>(other.entries);
        all.putAll(entries);
        return new Stated(all, asked);
    }

    /** Keys of facts to what is said of them, sorted; for documents and hashes. */
    public Map<String, String> entries() {
        return entries;
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What is said of a fact, as text. */
    public Optional<String> text(Fact fact) {
        Optional<String> said = Optional.ofNullable(entries.get(fact.key()));
        said.ifPresent(s -> asked.accept(fact));
        return said;
    }

    /** What is said, for people: {@code photon energy 1486.6 eV, axis binding energy}; in the order of the facts. */
    public String pretty() {
        return pretty(List.of(Fact.values()));
    }

    /** What is said of some facts, for people. */
    public String pretty(Collection<Fact> facts) {
        List<String> out = new ArrayList<>();
        for (Fact f : Fact.values()) {
            String said = entries.get(f.key());
            if (said != null && facts.contains(f)) {
                boolean bare = f.isQuantity() && !Character.isLetter(said.charAt(said.length() - 1));
                String label = f.label();
                out.add(Character.toLowerCase(label.charAt(0)) + label.substring(1) + " " + said
                        + (bare ? " " + f.unit() : ""));
            }
        }
        return String.join(", ", out);
    }

    /** The kind of data, where it is said. */
    public Optional<String> kind() {
        return text(Fact.KIND);
    }

    /** The unit said, for facts that are units. */
    public Optional<Unit> unit(Fact fact) {
        return text(fact).map(Unit::of);
    }

    /** The value said of a fact that is a quantity, in the fact's own unit. */
    public OptionalDouble value(Fact fact) {
        return text(fact).map(t -> OptionalDouble.of(fact.value(t))).orElse(OptionalDouble.empty());
    }

    /**
     * A refusal for want of a fact, which tells how it can be said.
     *
     * @param file name of the file
     * @param position where in the file it is missed; empty for the whole file
     * @param reason what the file leaves open, as the beginning of a sentence
     * @param needed facts that would settle it
     */
    public static MissingFactException missing(String file, String position, String reason, Fact... needed) {
        List<String> ways = new ArrayList<>();
        for (Fact f : needed) {
            ways.add(f.option() + " " + f.example());
        }
        return new MissingFactException(file, position, reason + "; say it, for example with "
                + String.join(" and ", ways) + " (the same key under 'stated' in project.yaml, or the import page of "
                + "the workbench)",
                List.of(needed));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stated s && s.entries.equals(entries);
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
