package org.interphase.numerics.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The parameters of one fit, in the order of the model; immutable, each change gives a new value.
 *
 * <p>Example: {@code model.defaults().start("F1.centre", 688.8).bounds("F1.centre", 688, 690)
 * .tie("F2.fwhm", Tie.shared("F1.fwhm"))}
 */
public final class Parameters {

    private final List<Parameter> list;
    private final Map<String, Integer> index;

    private Parameters(List<Parameter> list) {
        this.list = List.copyOf(list);
        this.index = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            if (index.put(list.get(i).name(), i) != null) {
                throw new IllegalArgumentException("Two parameters are called " + list.get(i).name());
            }
        }
    }

    /** Parameters in the given order. */
    public static Parameters of(List<Parameter> parameters) {
        return new Parameters(parameters);
    }

    /** Parameters in the given order. */
    public static Parameters of(Parameter... parameters) {
        return new Parameters(List.of(parameters));
    }

    /** Free parameters without bounds, called p0, p1, ... */
    public static Parameters unbounded(double... starts) {
        List<Parameter> list = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            list.add(Parameter.of("p" + i, starts[i]));
        }
        return new Parameters(list);
    }

    /** Number of parameters. */
    public int size() {
        return list.size();
    }

    /** Parameter i, from 0. */
    public Parameter get(int i) {
        return list.get(i);
    }

    /** All parameters, in order. */
    public List<Parameter> list() {
        return list;
    }

    /** The names, in order. */
    public List<String> names() {
        return list.stream().map(Parameter::name).toList();
    }

    /**
     * Position of the parameter with this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names there are
     */
    public int indexOf(String name) {
        Integer i = index.get(name);
        if (i == null) {
            throw new IllegalArgumentException("No parameter is called " + name + "; there are " + names());
        }
        return i;
    }

    /** Whether there is a parameter with this name. */
    public boolean contains(String name) {
        return index.containsKey(name);
    }

    /** A copy with another start value. */
    public Parameters start(String name, double start) {
        return with(name, p -> new Parameter(p.name(), start, p.lower(), p.upper(), p.fixed(), p.tie()));
    }

    /** A copy with start values taken from a full vector in parameter order. */
    public Parameters starts(double... starts) {
        if (starts.length != list.size()) {
            throw new IllegalArgumentException(
                    "Expected " + list.size() + " start values, got " + starts.length);
        }
        List<Parameter> changed = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            Parameter p = list.get(i);
            changed.add(new Parameter(p.name(), starts[i], p.lower(), p.upper(), p.fixed(), p.tie()));
        }
        return new Parameters(changed);
    }

    /** A copy with other bounds; either may be infinite. */
    public Parameters bounds(String name, double lower, double upper) {
        return with(name, p -> new Parameter(p.name(), p.start(), lower, upper, p.fixed(), p.tie()));
    }

    /** A copy in which the parameter stays at {@code value}. */
    public Parameters fix(String name, double value) {
        return with(name, p -> new Parameter(p.name(), value, p.lower(), p.upper(), true, null));
    }

    /** A copy in which the parameter is free (neither fixed nor tied). */
    public Parameters free(String name) {
        return with(name, p -> new Parameter(p.name(), p.start(), p.lower(), p.upper(), false, null));
    }

    /** A copy in which the parameter follows others exactly. */
    public Parameters tie(String name, Tie tie) {
        return with(name, p -> new Parameter(p.name(), p.start(), p.lower(), p.upper(), false, tie));
    }

    /** Start values, in order; a tied parameter's entry is what it was given, not what the tie would say. */
    public double[] starts() {
        return list.stream().mapToDouble(Parameter::start).toArray();
    }

    private Parameters with(String name, UnaryOperator<Parameter> change) {
        int i = indexOf(name);
        List<Parameter> changed = new ArrayList<>(list);
        changed.set(i, change.apply(list.get(i)));
        return new Parameters(changed);
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
