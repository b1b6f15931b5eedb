package org.interphase.technique.electrochemistry.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.DatasetView;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.model.Dataset;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Panel;
import org.interphase.technique.electrochemistry.drt.DrtColumns;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/** Draws impedance spectra and distributions of relaxation times: Nyquist with equal scales and frequency marks,
        Bode, and residuals where there are some. */
public final class EisView implements DatasetView {

    private static final double STEEP = 4;

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND, DrtColumns.KIND);
    }

    @Override
    public List<Figure> figures(Dataset dataset, List<Overlay> overlays) {
        if (dataset instanceof Table t && t.kind().id().equals(DrtColumns.KIND)) {
            return DrtFigures.of(t);
        }
        List<Figure> out = new ArrayList<>();
        try {
            if (dataset instanceof Series series) {
                out.add(series(series, overlays));
            } else if (dataset instanceof Table table) {
                ImpedanceSpectrum s = ImpedanceSpectrum.of(table);
                List<Layer> layers = new ArrayList<>(EisFigures.points(s, "measured", Colour.DATA));
                layers.addAll(EisFigures.of(overlays, Panel.MAIN));
                out.add(nyquist(table, s.scale(), layers, overlays));
                out.add(EisFigures.bode(s, overlays));
            }
        } catch (AnalysisException e) {
            // too few points for a spectrum: nothing to draw
            return List.of();
        }
        return out;
    }

    /** The complex plane, with the residuals over frequency below if there are some. */
    private static Figure nyquist(Table table, ImpedanceScale scale, List<Layer> layers,
            List<Overlay> overlays) {
        List<Panel> panels = new ArrayList<>();
        panels.add(EisFigures.nyquist(layers, scale));
        String caption = "Impedance of " + table.name()
                + " in the complex plane; one ohm is equally long on both axes.";
        if (overlays.stream().anyMatch(o -> o.panel().equals(Panel.RESIDUAL))) {
            panels.add(EisFigures.residuals(overlays));
            caption += " Below, the residuals relative to |Z|.";
        }
        return new Figure("nyquist", "Nyquist", caption, panels, false);
    }

    private static Figure series(Series series, List<Overlay> overlays) throws AnalysisException {
        List<Layer> layers = new ArrayList<>();
        int number = 0;
        ImpedanceScale scale = ImpedanceScale.WHOLE;
        for (Dataset member : series.members()) {
            if (member instanceof Table t) {
                ImpedanceSpectrum s = ImpedanceSpectrum.of(t);
                scale = number == 0 ? s.scale() : scale;
                layers.add(EisFigures.points(s, t.name(), Colour.sample(number++)).get(0));
            }
        }
        layers.addAll(EisFigures.of(overlays, Panel.MAIN));
        Panel panel = EisFigures.nyquist(layers, scale);
        return Figure.of("nyquist", "Nyquist", "Impedance spectra of the series in the complex plane.",
                isSteep(layers) ? new Panel(panel.id(), panel.x(), panel.y(), panel.layers(), panel.weight(), false,
                        panel.legend()) : panel);
    }

    /** Whether spectra are so much higher than wide that equal scales would show them as one vertical line. */
    private static boolean isSteep(List<Layer> layers) {
        double[] x = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] y = x.clone();
        for (Layer l : layers) {
            if (l instanceof Layer.Points p) {
                extend(x, p.x());
                extend(y, p.y());
            }
        }
        return y[1] - y[0] > STEEP * (x[1] - x[0]);
    }

    private static void extend(double[] range, double[] values) {
        for (double v : values) {
            if (Double.isFinite(v)) {
                range[0] = Math.min(range[0], v);
                range[1] = Math.max(range[1], v);
            }
        }
    }
}
