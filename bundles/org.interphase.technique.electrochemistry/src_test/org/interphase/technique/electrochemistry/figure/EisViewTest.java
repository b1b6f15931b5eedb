package org.interphase.technique.electrochemistry.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.operation.EisDrt;
import org.interphase.technique.electrochemistry.operation.EisFit;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.junit.jupiter.api.Test;

class EisViewTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e5, 1e-1, 31);
    private static final Table CELL = Spectra.table("cell", HERTZ, ImpedanceTruth.of(5, new Arc(40, 1e-3, 0.9))
            .measured(HERTZ, 0.002, 1));

    private static List<String> ids(List<Figure> figures) {
        return figures.stream().map(Figure::id).toList();
    }

    @Test
    void theNyquistPlotHasEqualScalesAndMarksTheDecadesOfFrequency() {
        List<Figure> figures = new EisView().figures(CELL, List.of());
        assertEquals(List.of("nyquist", "bode"), ids(figures));
        Panel nyquist = figures.get(0).panels().get(0);
        assertTrue(nyquist.equalScale());
        Layer.Labels labels = (Layer.Labels) nyquist.layers().stream().filter(Layer.Labels.class::isInstance)
                .findFirst().orElseThrow();
        assertEquals(List.of("100 mHz", "1 Hz", "10 Hz", "100 Hz", "1 kHz", "10 kHz", "100 kHz"),
                labels.texts().stream().map(Layer.Text::text).toList());
        assertTrue(figures.get(1).panels().get(0).x().logarithmic());
    }

    @Test
    void aFitIsLaidOverNyquistBodeAndResiduals() throws Exception {
        Outcome o = new EisFit(ElementLibrary::standard).apply(CELL, Spectra.fit("R0-p(R1,CPE1)", "modulus"),
                Progress.none());
        List<Figure> figures = new EisView().figures(o.dataset(), o.overlays());
        assertEquals(List.of("nyquist", "bode"), ids(figures));
        assertEquals(List.of(Panel.MAIN, Panel.RESIDUAL), figures.get(0).panels().stream().map(Panel::id).toList());
        assertTrue(figures.get(0).panels().get(0).layers().stream().anyMatch(l -> l.label().contains("R0-p(R1,CPE1)")));
        assertEquals(2, figures.get(1).panels().get(0).layers().size());
        assertEquals("circuit", o.figures().get(0).id());
    }

    @Test
    void aDistributionIsDrawnOverTheLogarithmOfTheTimeConstant() throws Exception {
        Outcome o = new EisDrt().apply(CELL, Parameters.defaults(EisDrt.Parameters.class), Progress.none());
        List<Figure> figures = new EisView().figures(o.extra().get(0), List.of());
        assertEquals(List.of("drt"), ids(figures));
        assertTrue(figures.get(0).panels().get(0).x().logarithmic());
    }

    @Test
    void aSeriesIsDrawnInOneNyquistPlot() {
        Series s = Series.named(DatasetHeader.of("series", "eis", Metadata.EMPTY), List.of(CELL, CELL));
        Figure f = new EisView().figures(s, List.of()).get(0);
        assertEquals(2, f.panels().get(0).layers().size());
    }
}
