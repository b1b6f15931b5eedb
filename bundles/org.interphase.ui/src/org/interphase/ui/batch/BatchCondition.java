package org.interphase.ui.batch;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Quantity;
import org.interphase.model.unit.Unit;

/**
 * A number that a file states of its measurement, such as the temperature.
 *
 * @param name what it is
 * @param value its value
 * @param unit its unit
 */
record BatchCondition(String name, double value, Unit unit) {

    /** The numbers among what a file states. */
    static List<BatchCondition> in(Metadata stated) {
        List<BatchCondition> out = new ArrayList<>();
        stated.entries().forEach((name, value) -> {
            switch (value) {
                case Quantity q -> out.add(new BatchCondition(name, q.value(), q.unit()));
                case Double d -> out.add(new BatchCondition(name, d, Unit.ONE));
                case Long l -> out.add(new BatchCondition(name, l, Unit.ONE));
                default -> {
                    // texts are no conditions to plot against
                }
            }
        });
        return out;
    }
}
