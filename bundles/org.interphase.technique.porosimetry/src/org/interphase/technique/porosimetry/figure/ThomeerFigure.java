package org.interphase.technique.porosimetry.figure;

import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.porosimetry.intrusion.ThomeerFit;

/** Occupied bulk volume with its hyperbolas. */
public final class ThomeerFigure {

    private ThomeerFigure() {
    }

    /** The data the fit goes through, and the fit. */
    public static Figure of(String dataset, ThomeerFit fit) {
        return Figure.of("thomeer", "Thomeer fit", "Occupied bulk volume of " + dataset + " over pressure with the "
                + "fit of "
                + fit.systems().size() + " pore system" + (fit.systems().size() == 1 ? "." : "s."),
                Panel.of(Panel.MAIN, AxisSpec.of("Pressure", "psi").log(), AxisSpec.of("Occupied bulk volume", "%"),
                        List.of(new Layer.Points("data", fit.pressure(), fit.volume(), null,
                                Style.points(Colour.DATA, Style.Symbol.CIRCLE, 4)),
                                new Layer.Line("Thomeer", fit.pressure(), fit.fitted(),
                                        Style.line(Colour.MODEL, 1.5)))));
    }
}
