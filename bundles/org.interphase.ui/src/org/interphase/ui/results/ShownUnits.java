package org.interphase.ui.results;

import java.util.List;
import java.util.Optional;
import org.interphase.model.Measurement;
import org.interphase.model.unit.Unit;
import org.interphase.ui.session.Remembered;

/**
 * The units an analyst likes to read numbers in. Only what the window shows and copies is converted; recipes, saved
 * analyses and reports keep the units of their operations.
 *
 * @param liked units, at most one of each kind of quantity
 */
public record ShownUnits(List<Unit> liked) {

    /** Kinds of quantities that people write in one of several units. */
    public enum Kind {
        /** Sizes, thicknesses, roughnesses. */
        LENGTH(Messages.ShownUnits_length, "nm", "um", "mm"),
        /** Strengths, moduli, pressures. */
        PRESSURE(Messages.ShownUnits_pressure, "kPa", "MPa", "GPa", "bar"),
        /** Impedances. */
        RESISTANCE(Messages.ShownUnits_resistance, "mohm", "ohm", "kohm");

        private final String label;
        private final List<String> units;

        Kind(String label, String... units) {
            this.label = label;
            this.units = List.of(units);
        }

        /** Name for people. */
        public String label() {
            return label;
        }

        /** Units to choose from, as text. */
        public List<String> units() {
            return units;
        }

        /** Under which name the choice is remembered. */
        public String key() {
            return "units." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Copies the list. */
    public ShownUnits {
        liked = List.copyOf(liked);
    }

    /** As the analyst chose. */
    public static ShownUnits chosen(Remembered remembered) {
        return new ShownUnits(List.of(Kind.values()).stream()
                .map(k -> remembered.get(k.key()).filter(k.units()::contains))
                .flatMap(Optional::stream).map(Unit::of).toList());
    }

    /** The same number in the unit it is liked in; as it is where none is chosen for its kind. */
    public Measurement of(Measurement m) {
        for (Unit u : liked) {
            if (!m.unit().isOne() && u.isCompatible(m.unit())) {
                return new Measurement(m.name(), m.symbol(), m.unit().convert(m.value(), u),
                        m.uncertainty() * m.unit().scaleTo(u), u, m.step(), m.unit().convert(m.limit(), u),
                        m.verdict());
            }
        }
        return m;
    }
}
