package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Suggestions;
import org.interphase.numerics.fit.ParameterSpec;
import org.interphase.numerics.shape.LineShape;

/**
 * The parameters that the components of a fit really have, with names resolved and ties checked: one slot per
 * component and parameter of {@link PeakComponent#PARAMETERS} that its shape uses.
 */
final class Slots {

    /** Position of parameters in {@link PeakComponent#PARAMETERS}. */
    static final int POSITION = 0;
    static final int FWHM = 1;
    static final int AREA = 2;
    static final int MIXING = 3;
    static final int ASYMMETRY = 4;
    static final int SPLITTING = 5;
    static final int RATIO = 6;
    static final int COUNT = PeakComponent.PARAMETERS.size();

    private static final Set<String> ASYMMETRIES = Set.of("asymmetry", "skew", "beta", "coupling", "ratio");
    private static final Set<String> RESERVED = Set.of(ModelFactory.BASE, ModelFactory.STEP);

    /**
     * Where a tie leads.
     *
     * @param component index of the component followed
     * @param parameter index of its parameter
     */
    record Target(int component, int parameter) {
    }

    /**
     * What never changes of a component: a start asks for it thousands of times.
     *
     * @param shape its shape
     * @param held values at which the shape's brackets hold the shape's own parameters; null if they do not
     * @param mixing which of them "mixing" stands for; -1 if none
     * @param asymmetry the same of "asymmetry"
     * @param constraints one per parameter
     */
    private record Part(LineShape shape, double[] held, int mixing, int asymmetry, List<Constrained> constraints) {

        static Part of(PeakComponent c) {
            return new Part(c.shape().lineShape(), c.shape().heldExtras(), extraIndex(c, MIXING),
                    extraIndex(c, ASYMMETRY), PeakComponent.PARAMETERS.stream().map(c::constraint).toList());
        }
    }

    private final List<PeakComponent> components;
    private final Part[] parts;
    private final Target[][] targets;
    private final List<Target> tied = new ArrayList<>();

    private Slots(List<PeakComponent> components) {
        this.components = components;
        this.parts = components.stream().map(Part::of).toArray(Part[]::new);
        this.targets = new Target[components.size()][COUNT];
    }

    /**
     * Checks the components.
     *
     * @throws AnalysisException if a name occurs twice, a tie leads nowhere or in a circle
     */
    static Slots of(List<PeakComponent> components) throws AnalysisException {
        Set<String> names = new HashSet<>();
        for (PeakComponent c : components) {
            if (!names.add(c.name())) {
                throw new AnalysisException("Two components are called '" + c.name() + "'; give each a name of its "
                        + "own.");
            }
            if (RESERVED.contains(c.name())) {
                throw new AnalysisException("A component cannot be called '" + c.name() + "'; choose another name.");
            }
        }
        Slots slots = new Slots(List.copyOf(components));
        for (int i = 0; i < components.size(); i++) {
            for (int p = 0; p < COUNT; p++) {
                if (slots.uses(i, p) && slots.constraint(i, p).isTied()) {
                    slots.targets[i][p] = slots.target(i, p);
                    slots.tied.add(new Target(i, p));
                }
            }
        }
        slots.refuseCircles();
        return slots;
    }

    private Target target(int component, int parameter) throws AnalysisException {
        String text = constraint(component, parameter).tiedTo();
        List<String> names = components.stream().map(PeakComponent::name).toList();
        int followed = names.indexOf(text);
        int which = parameter;
        if (followed < 0) {
            int dot = text.lastIndexOf('.');
            String name = dot < 0 ? text : text.substring(0, dot).strip();
            String wanted = dot < 0 ? "" : text.substring(dot + 1).strip().toLowerCase(java.util.Locale.ROOT);
            followed = names.indexOf(name);
            if (followed < 0) {
                throw new AnalysisException("The " + PeakComponent.PARAMETERS.get(parameter) + " of "
                        + names.get(component) + " is tied to '" + text + "', but there is no such component"
                        + Suggestions.phrase(name, names) + ". Components: " + String.join(", ", names) + ".");
            }
            which = PeakComponent.PARAMETERS.indexOf(wanted);
            if (which < 0) {
                throw new AnalysisException("The " + PeakComponent.PARAMETERS.get(parameter) + " of "
                        + names.get(component) + " is tied to '" + text + "', but a component has no parameter '"
                        + wanted + "'. Parameters: " + String.join(", ", PeakComponent.PARAMETERS) + ".");
            }
        }
        if (!uses(followed, which)) {
            throw new AnalysisException("The " + PeakComponent.PARAMETERS.get(parameter) + " of " + names.get(component)
                    + " is tied to the " + PeakComponent.PARAMETERS.get(which) + " of " + names.get(followed)
                    + ", which its shape does not have.");
        }
        return new Target(followed, which);
    }

    private void refuseCircles() throws AnalysisException {
        for (int i = 0; i < components.size(); i++) {
            for (int p = 0; p < COUNT; p++) {
                Set<String> path = new LinkedHashSet<>();
                Target here = new Target(i, p);
                while (here != null) {
                    String name = PeakComponent.PARAMETERS.get(here.parameter) + " of "
                            + components.get(here.component).name();
                    if (!path.add(name)) {
                        List<String> circle = new ArrayList<>(path);
                        circle.add(name);
                        throw new AnalysisException("The ties go in a circle: " + String.join(", which follows ",
                                circle)
                                + ". Give one of them a value.");
                    }
                    here = targets[here.component][here.parameter];
                }
            }
        }
    }

    List<PeakComponent> components() {
        return components;
    }

    Constrained constraint(int component, int parameter) {
        return parts[component].constraints.get(parameter);
    }

    Target targetOf(int component, int parameter) {
        return targets[component][parameter];
    }

    /** Whether the component's shape has this parameter and it is not held by the shape's brackets. */
    boolean uses(int component, int parameter) {
        return switch (parameter) {
            case MIXING -> parts[component].mixing >= 0;
            case ASYMMETRY -> parts[component].asymmetry >= 0;
            case SPLITTING, RATIO -> components.get(component).isDoublet();
            default -> true;
        };
    }

    /** Value at which the shape's brackets hold a parameter; NaN if they do not. */
    double held(int component, int parameter) {
        Part of = parts[component];
        return of.held == null ? Double.NaN : parameter == MIXING ? of.held[of.mixing]
                : parameter == ASYMMETRY ? of.held[of.asymmetry] : Double.NaN;
    }

    /** Which of a shape's own parameters "mixing" or "asymmetry" stands for; -1 if none. */
    static int extraIndex(PeakComponent c, int parameter) {
        List<ParameterSpec> extras = c.shape().lineShape().extras();
        int asymmetry = -1;
        for (int k = 0; k < extras.size(); k++) {
            asymmetry = asymmetry < 0 && ASYMMETRIES.contains(extras.get(k).name()) ? k : asymmetry;
        }
        if (parameter == ASYMMETRY) {
            return asymmetry;
        }
        int mixing = asymmetry == 0 ? 1 : 0;
        return mixing < extras.size() ? mixing : -1;
    }

    /** What the numerics say about one of the shape's own parameters. */
    ParameterSpec extra(int component, int parameter) {
        Part of = parts[component];
        return of.shape.extras().get(parameter == MIXING ? of.mixing : of.asymmetry);
    }

    /** Name of a parameter in the numerics' model. */
    String modelName(int component, int parameter) {
        String own = switch (parameter) {
            case POSITION -> "centre";
            case FWHM -> "fwhm";
            case AREA -> "area";
            case SPLITTING -> "splitting";
            case RATIO -> "areaRatio";
            default -> extra(component, parameter).name();
        };
        return components.get(component).name() + "." + own;
    }

    /** Fills the tied entries of a table of values [component][parameter] from those they follow. */
    void follow(double[][] values) {
        for (Target t : tied) {
            values[t.component][t.parameter] = value(values, t.component, t.parameter);
        }
    }

    private double value(double[][] values, int component, int parameter) {
        Target t = targets[component][parameter];
        if (t == null) {
            return values[component][parameter];
        }
        Constrained c = constraint(component, parameter);
        return c.ratio() * value(values, t.component, t.parameter) + c.offset();
    }

    /** Parameters in the numerics' order of a component for a row of values: centre, area, fwhm, extras, doublet. */
    double[] modelValues(int component, double[] values) {
        boolean doublet = components.get(component).isDoublet();
        Part of = parts[component];
        int extras = of.shape.extras().size();
        double[] out = new double[LineShape.EXTRAS + extras + (doublet ? 3 : 0)];
        out[LineShape.CENTRE] = values[POSITION];
        out[LineShape.HEIGHT] = values[AREA];
        out[LineShape.FWHM] = values[FWHM];
        for (int k = 0; k < extras; k++) {
            out[LineShape.EXTRAS + k] = of.held != null ? of.held[k] : k == of.mixing ? values[MIXING]
                    : k == of.asymmetry ? values[ASYMMETRY] : of.shape.extras().get(k).start();
        }
        if (doublet) {
            out[LineShape.EXTRAS + extras] = values[SPLITTING];
            out[LineShape.EXTRAS + extras + 1] = values[RATIO];
            out[LineShape.EXTRAS + extras + 2] = 1;
        }
        return out;
    }
}
