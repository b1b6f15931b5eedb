package org.interphase.model.figure;

import java.util.Objects;

/**
 * A layer that a step lays over the data.
 *
 * @param id unique within a result; a later step's overlay of the same id replaces the earlier one
 * @param panel which panel of the main figure, usually {@link Panel#MAIN} or {@link Panel#RESIDUAL}
 * @param component the component, band or element it belongs to; may be empty
 * @param layer what is drawn
 * @param step id of the recipe step; empty until the runner stamps it
 */
public record Overlay(String id, String panel, String component, Layer layer, String step) {

    /** Requires all parts; the layer stands for the component. */
    public Overlay {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(panel, "panel");
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(step, "step");
        component = component.isEmpty() ? layer.component() : component;
        layer = layer.component().equals(component) ? layer : layer.of(component);
    }

    /** An overlay over the data. */
    public static Overlay main(String id, Layer layer) {
        return new Overlay(id, Panel.MAIN, "", layer, "");
    }

    /** An overlay in the residual panel. */
    public static Overlay residual(String id, Layer layer) {
        return new Overlay(id, Panel.RESIDUAL, "", layer, "");
    }

    /** The same overlay belonging to a component. */
    public Overlay of(String other) {
        return new Overlay(id, panel, other, layer, step);
    }

    /** The same overlay stamped with its step. */
    public Overlay withStep(String other) {
        return new Overlay(id, panel, component, layer, other);
    }
}
