package org.interphase.spectra.peak;

import org.interphase.model.FitParameter;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.Parameter;
import org.interphase.numerics.fit.SumModel;

/** What each parameter of a peak fit is: which component's, in which role, in which unit; immutable. */
final class FitParameters {

    /**
     * What a parameter is.
     *
     * @param component index of its component; -1 for a parameter of the background
     * @param slot its place in {@link PeakComponent#PARAMETERS}; -1 for one that a component cannot set
     */
    record Role(int component, int slot) {
    }

    private final Slots slots;
    private final SumModel model;
    private final FitResult fit;
    private final Role[] roles;

    FitParameters(Slots slots, SumModel model, FitResult fit) {
        this.slots = slots;
        this.model = model;
        this.fit = fit;
        roles = new Role[fit.values().length];
        for (int i = 0; i < roles.length; i++) {
            roles[i] = new Role(componentOf(model.owner(i)), -1);
        }
        for (int c = 0; c < slots.components().size(); c++) {
            for (int p = 0; p < Slots.COUNT; p++) {
                if (slots.uses(c, p)) {
                    roles[fit.parameters().indexOf(slots.modelName(c, p))] = new Role(c, p);
                }
            }
        }
    }

    private int componentOf(String part) {
        for (int c = 0; c < slots.components().size(); c++) {
            if (slots.components().get(c).name().equals(part)) {
                return c;
            }
        }
        return -1;
    }

    Role role(int parameter) {
        return roles[parameter];
    }

    /** The parameter that moves where this one moves: itself, or what it is tied to in the end. */
    int source(int parameter) {
        int i = parameter;
        while (fit.parameters().get(i).tie() != null) {
            i = fit.parameters().indexOf(fit.parameters().get(i).tie().sources().get(0));
        }
        return i;
    }

    /** Whether the value was given and not measured: held by the analyst or tied to what is. */
    boolean given(int parameter) {
        return fit.parameters().get(source(parameter)).fixed();
    }

    /** As people call it: "position of CF2". */
    String title(int parameter) {
        return own(parameter) + " of " + model.owner(parameter);
    }

    private String own(int parameter) {
        Role role = roles[parameter];
        return switch (role.slot) {
            case Slots.POSITION -> "position";
            case Slots.FWHM -> "FWHM";
            case Slots.AREA -> "area";
            case Slots.RATIO -> "ratio";
            case Slots.SPLITTING -> "splitting";
            default -> fit.parameters().get(parameter).name().substring(model.owner(parameter).length() + 1);
        };
    }

    /** Unit of a parameter. */
    Unit unit(int parameter, Unit axis, Unit signal) {
        Role role = roles[parameter];
        if (role.component < 0) {
            // coefficients of the polynomial are in the signal's unit, the factor of a response to the peaks has none
            return model.owner(parameter).equals(ModelFactory.BASE) ? signal : Unit.ONE;
        }
        return switch (role.slot) {
            case Slots.POSITION, Slots.FWHM, Slots.SPLITTING -> axis;
            case Slots.AREA -> AreaUnit.of(signal, axis);
            default -> Unit.ONE;
        };
    }

    /** The parameter as data. */
    FitParameter parameter(int i, double uncertainty, Unit axis, Unit signal) {
        Parameter p = fit.parameters().get(i);
        Role role = roles[i];
        FitParameter.State state = p.tie() != null ? FitParameter.State.TIED : p.fixed() ? FitParameter.State.FIXED
                : fit.identifiability().atBound().contains(p.name()) ? FitParameter.State.AT_BOUND
                        : FitParameter.State.FREE;
        String tie = p.tie() == null || role.slot < 0 ? "" : slots.constraint(role.component, role.slot).toString();
        String owner = model.owner(i);
        return new FitParameter(role.component < 0 ? "" : owner, role.component < 0 ? owner + " " + own(i) : own(i),
                "", fit.value(i), uncertainty, unit(i, axis, signal), p.lower(), p.upper(), state, tie);
    }
}
