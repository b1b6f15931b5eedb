package org.interphase.numerics.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sum of components over common abscissae, with parameters called {@code component.parameter}; immutable.
 *
 * <p>Example: {@code SumModel.on(x).add("F1", Peak.height(new PseudoVoigt())).add("bg", new PolynomialBackground(x,
 * 1)).build()}
 */
public final class SumModel implements Model {

    private record Part(String name, Component component, LinearOperator operator, int at, int count, boolean seen) {
    }

    private final double[] x;
    private final List<Part> parts;
    private final Parameters defaults;

    private SumModel(double[] x, List<Part> parts, Parameters defaults) {
        this.x = x;
        this.parts = parts;
        this.defaults = defaults;
    }

    /**
     * Starts a model over abscissae, which must be finite and strictly ascending or descending (a copy is kept).
     *
     * @throws IllegalArgumentException naming the first point that is not
     */
    public static Builder on(double[] x) {
        return new Builder(Abscissa.require(x));
    }

    /** Collects components. */
    public static final class Builder {
        private final double[] x;
        private final Map<String, Part> parts = new LinkedHashMap<>();
        private final List<Parameter> parameters = new ArrayList<>();

        private Builder(double[] x) {
            this.x = x;
        }

        /** Adds a component that active backgrounds respond to (a peak). */
        public Builder add(String name, Component component) {
            return put(name, component, null, component.parameters(), true);
        }

        /** Adds a component that active backgrounds do not respond to (a constant, a line). */
        public Builder addUnseen(String name, Component component) {
            return put(name, component, null, component.parameters(), false);
        }

        /** Adds a background computed from the sum of all components added with {@link #add}. */
        public Builder addActive(String name, LinearOperator operator) {
            return put(name, null, operator, operator.parameters(), false);
        }

        private Builder put(String name, Component component, LinearOperator operator, List<ParameterSpec> specs,
                boolean seen) {
            Part part = new Part(name, component, operator, parameters.size(), specs.size(), seen);
            if (parts.put(name, part) != null) {
                throw new IllegalArgumentException("Two components are called " + name);
            }
            for (ParameterSpec spec : specs) {
                parameters.add(Parameter.of(name + "." + spec.name(), spec.start(), spec.lower(), spec.upper()));
            }
            return this;
        }

        /**
         * The sum.
         *
         * @throws IllegalArgumentException if it has no component
         */
        public SumModel build() {
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("A sum needs at least one component");
            }
            return new SumModel(x, List.copyOf(parts.values()), Parameters.of(parameters));
        }
    }

    /** The parameters of all components with their default starts and bounds. */
    public Parameters defaults() {
        return defaults;
    }

    /** Names of the components in order. */
    public List<String> components() {
        return parts.stream().map(Part::name).toList();
    }

    /** A copy of the abscissae. */
    public double[] x() {
        return x.clone();
    }

    /** Position of the first parameter of a component. */
    public int firstParameter(String component) {
        return part(component).at;
    }

    /** Name of the component a parameter belongs to. */
    public String owner(int parameter) {
        return parts.stream().filter(p -> parameter >= p.at && parameter < p.at + p.count).findFirst().orElseThrow(
                () -> new IndexOutOfBoundsException(parameter)).name;
    }

    /** The component of that name; null for an active background. */
    public Component component(String name) {
        return part(name).component;
    }

    private Part part(String name) {
        return parts.stream().filter(p -> p.name.equals(name)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("No component is called " + name + "; there are " + components()));
    }

    /** Values of one component (ordinary or active background) over x with the parameters of the whole model. */
    public double[] componentValues(String name, double[] p) {
        Part part = part(name);
        double[] f = new double[x.length];
        if (part.component != null) {
            part.component.on(x).addValues(p, part.at, f);
            return f;
        }
        double[] sum = new double[x.length];
        for (Part other : parts) {
            if (other.seen) {
                other.component.on(x).addValues(p, other.at, sum);
            }
        }
        double[] out = new double[x.length];
        LinearOperator.Bound bound = part.operator.on(x);
        for (int k = 0; k < part.count; k++) {
            bound.apply(k, sum, out);
            for (int i = 0; i < f.length; i++) {
                f[i] += p[part.at + k] * out[i];
            }
        }
        return f;
    }

    @Override
    public int points() {
        return x.length;
    }

    @Override
    public int parameters() {
        return defaults.size();
    }

    @Override
    public Evaluator evaluator() {
        boolean active = parts.stream().anyMatch(p -> p.operator != null);
        Component.Term[] terms = parts.stream().filter(p -> p.component != null).map(p -> p.component.on(x))
                .toArray(Component.Term[]::new);
        int[] at = parts.stream().filter(p -> p.component != null).mapToInt(Part::at).toArray();
        return active ? new ActiveEvaluator(this) : new PlainSum(terms, at, x.length);
    }

    private record PlainSum(Component.Term[] terms, int[] at, int n) implements Evaluator {
        @Override
        public void values(double[] p, double[] f) {
            Arrays.fill(f, 0, n, 0);
            for (int k = 0; k < terms.length; k++) {
                terms[k].addValues(p, at[k], f);
            }
        }

        @Override
        public void jacobian(double[] p, double[][] columns) {
            double[] ones = new double[n];
            Arrays.fill(ones, 1);
            jacobian(p, ones, columns);
        }

        @Override
        public void jacobian(double[] p, double[] scale, double[][] columns) {
            for (int k = 0; k < terms.length; k++) {
                terms[k].columns(p, at[k], scale, columns);
            }
        }
    }

    /**
     * With backgrounds that respond to the peaks: columns are formed unscaled, passed through the operators, then
     * scaled.
     */
    private static final class ActiveEvaluator implements Evaluator {
        private final List<Part> parts;
        private final Component.Term[] terms;
        private final LinearOperator.Bound[] bounds;
        private final int n;
        private final double[] seen;
        private final double[] image;
        private final double[] ones;

        ActiveEvaluator(SumModel model) {
            parts = model.parts;
            n = model.x.length;
            terms = new Component.Term[parts.size()];
            bounds = new LinearOperator.Bound[parts.size()];
            for (int k = 0; k < terms.length; k++) {
                Part part = parts.get(k);
                if (part.component != null) {
                    terms[k] = part.component.on(model.x);
                } else {
                    bounds[k] = part.operator.on(model.x);
                }
            }
            seen = new double[n];
            image = new double[n];
            ones = new double[n];
            Arrays.fill(ones, 1);
        }

        @Override
        public void values(double[] p, double[] f) {
            Arrays.fill(seen, 0);
            for (int k = 0; k < terms.length; k++) {
                if (parts.get(k).seen) {
                    terms[k].addValues(p, parts.get(k).at, seen);
                }
            }
            System.arraycopy(seen, 0, f, 0, n);
            for (int k = 0; k < terms.length; k++) {
                Part part = parts.get(k);
                if (part.operator != null) {
                    for (int o = 0; o < part.count; o++) {
                        bounds[k].apply(o, seen, image);
                        addScaled(p[part.at + o], image, f);
                    }
                } else if (!part.seen) {
                    terms[k].addValues(p, part.at, f);
                }
            }
        }

        @Override
        public void jacobian(double[] p, double[][] columns) {
            for (int k = 0; k < terms.length; k++) {
                if (terms[k] != null) {
                    terms[k].columns(p, parts.get(k).at, ones, columns);
                }
            }
            for (int k = 0; k < bounds.length; k++) {
                if (bounds[k] != null) {
                    for (int o = 0; o < parts.get(k).count; o++) {
                        bounds[k].apply(o, seen, columns[parts.get(k).at + o]);
                    }
                }
            }
            for (Part part : parts) {
                if (part.seen) {
                    for (int j = part.at; j < part.at + part.count; j++) {
                        respond(p, columns[j]);
                    }
                }
            }
        }

        private void respond(double[] p, double[] column) {
            double[] original = column.clone();
            for (int k = 0; k < bounds.length; k++) {
                if (bounds[k] != null) {
                    for (int o = 0; o < parts.get(k).count; o++) {
                        bounds[k].apply(o, original, image);
                        addScaled(p[parts.get(k).at + o], image, column);
                    }
                }
            }
        }

        private void addScaled(double factor, double[] from, double[] to) {
            for (int i = 0; i < n; i++) {
                to[i] += factor * from[i];
            }
        }
    }
}
