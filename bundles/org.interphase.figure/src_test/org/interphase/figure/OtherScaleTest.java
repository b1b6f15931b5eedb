package org.interphase.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.OtherScale;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** An axis numbered by another scale: only its numbers and title change. */
class OtherScaleTest {

    private static final OtherScale KINETIC = new OtherScale("Kinetic energy", Unit.of("eV"), 1486.6, -1);
    private static final AxisSpec BINDING = AxisSpec.of("Binding energy", "eV").withOther(KINETIC);

    @Test
    void numbersAreRoundOnTheScaleThatIsShown() {
        AxisSpec shown = BINDING.showing(true);
        assertEquals("Kinetic energy (eV)", shown.title());
        Ticks t = Ticks.of(shown, 680, 694, 7);
        assertTrue(t.values().size() >= 4, t.toString());
        for (int i = 0; i < t.values().size(); i++) {
            assertEquals(Double.parseDouble(t.labels().get(i)), 1486.6 - t.values().get(i), 1e-9);
            assertTrue(i == 0 || t.values().get(i) > t.values().get(i - 1), "ascending");
        }
    }

    @Test
    void withoutTheChoiceNothingChanges() {
        assertEquals(Ticks.linear(680, 694, 7), Ticks.of(BINDING, 680, 694, 7));
        assertEquals("Binding energy (eV)", BINDING.title());
        assertFalse(AxisSpec.of("x", "nm").showing(true).showsOther(), "an axis without another scale");
        assertFalse(BINDING.log().showing(true).showsOther(), "a logarithmic axis");
    }

    @Test
    void aFigureSwitchesAllItsPanelsAndKeepsItsLayers() {
        Layer line = new Layer.Line("", new double[] {680, 690}, new double[] {1, 2}, Style.line(Colour.DATA, 1));
        Figure f = new Figure("f", "f", "", List.of(Panel.of("main", BINDING, AxisSpec.of("y", "1"), List.of(line)),
                Panel.of("residual", BINDING, AxisSpec.of("y", "1"), List.of(line))), true);
        Figure g = f.showingOther(true);
        assertTrue(g.panels().stream().allMatch(p -> p.x().showsOther()));
        assertEquals(f.panels().get(0).layers(), g.panels().get(0).layers());
        assertEquals(f, g.showingOther(false));
        assertEquals(KINETIC, f.otherScale().orElseThrow());
    }

    @Test
    void aScaleIsItsOwnInverse() {
        assertEquals(688.84, KINETIC.back(KINETIC.of(688.84)), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> new OtherScale("q", Unit.of("eV"), 0, 0));
    }
}
