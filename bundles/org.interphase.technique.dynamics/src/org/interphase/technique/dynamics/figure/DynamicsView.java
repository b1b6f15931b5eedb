package org.interphase.technique.dynamics.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.DatasetView;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.interphase.technique.dynamics.activation.DiffusivityTable;
import org.interphase.technique.dynamics.displacement.MsdTable;
import org.interphase.technique.dynamics.path.ReactionPath;
import org.interphase.technique.dynamics.trajectory.Trajectory;
import org.interphase.technique.dynamics.trajectory.TrajectoryTable;

/**
 * Mean squared displacements over time, energies along a path, diffusion coefficients over inverse temperature; of a
 * trajectory how far each species has moved since the first frame.
 */
public final class DynamicsView implements DatasetView {

    private static final int POINTS = 500;
    private static final int SHOWN = 8;

    @Override
    public List<String> kinds() {
        return List.of(MsdTable.KIND, ReactionPath.KIND, TrajectoryTable.KIND, DiffusivityTable.KIND);
    }

    @Override
    public List<Figure> figures(Dataset dataset, List<Overlay> overlays) {
        if (!(dataset instanceof Table t)) {
            return List.of();
        }
        Optional<Trajectory> trajectory = t.product(Trajectory.class);
        if (trajectory.isPresent()) {
            return List.of(moved(t.name(), trajectory.get()));
        }
        if (t.kind().id().equals(DiffusivityTable.KIND)) {
            return diffusivities(t);
        }
        boolean path = t.kind().id().equals(ReactionPath.KIND);
        Optional<Column> x = t.column(path ? ReactionPath.POSITION : MsdTable.TIME);
        Optional<Column> y = t.column(path ? ReactionPath.ENERGY : MsdTable.MSD);
        if (x.isEmpty() || y.isEmpty()) {
            return List.of();
        }
        double[] error = t.column(path ? ReactionPath.UNCERTAINTY : MsdTable.SPREAD).map(Column::values).orElse(null);
        double[] values = y.get().values();
        if (path) {
            double first = values[0];
            for (int k = 0; k < values.length; k++) {
                values[k] -= first;
            }
        }
        List<Layer> layers = new ArrayList<>(List.of(new Layer.Points("", x.get().values(), values, error,
                Style.points(Colour.DATA, Style.Symbol.CIRCLE, path ? 6 : 4))));
        overlays.stream().filter(o -> o.panel().equals(Panel.MAIN)).map(Overlay::layer).forEach(layers::add);
        String what = path ? "Energy over the first image" : "Mean squared displacement";
        return List.of(Figure.of(path ? "energies" : "displacements", what, what + " of " + dataset.name() + ".",
                Panel.of(Panel.MAIN, AxisSpec.of(path ? "Path" : "Time", x.get().unit()), AxisSpec.of(what,
                        y.get().unit()), layers).noLegend()));
    }

    /** Mean squared distance of each species from its places in the first frame. */
    private static Figure moved(String name, Trajectory t) {
        int species = t.atoms().species().size();
        int frames = t.frames().size();
        int every = Math.max(1, frames / POINTS);
        double[] x = new double[(frames + every - 1) / every];
        double[][] y = new double[species][x.length];
        int[] counts = new int[species];
        for (int s : t.atoms().speciesOf()) {
            counts[s]++;
        }
        float[] first = t.frames().places().get(0);
        for (int k = 0; k < x.length; k++) {
            float[] now = t.frames().places().get(k * every);
            x[k] = t.frames().steps()[k * every];
            for (int i = 0; i < t.atoms().size(); i++) {
                int s = t.atoms().speciesOf()[i];
                for (int c = 0; c < 3; c++) {
                    double d = (double) now[3 * i + c] - first[3 * i + c];
                    y[s][k] += d * d / counts[s];
                }
            }
        }
        List<Layer> layers = new ArrayList<>();
        for (int s = 0; s < species && s < SHOWN; s++) {
            layers.add(new Layer.Line(t.atoms().species().get(s), x, y[s], Style.line(Colour.component(s), 1.5)));
        }
        Unit area = t.units().length().map(u -> Unit.of(u.text() + "2")).orElse(Unit.ONE);
        return Figure.of("moved", "Squared distance from the start", "Mean squared distance of the atoms of " + name
                + " from where they were in the first frame, as recorded.", Panel.of(Panel.MAIN, AxisSpec.of(
                        t.frames().steppedBySimulation() ? "Step" : "Frame", "1"), AxisSpec.of("Squared distance",
                        area),
                        layers));
    }

    private static List<Figure> diffusivities(Table t) {
        try {
            DiffusivityTable d = DiffusivityTable.of(t);
            double[] x = Arrays.stream(d.kelvin()).map(k -> 1000 / k).toArray();
            double[] y = Arrays.stream(d.values()).map(v -> v > 0 ? v : Double.NaN).toArray();
            return List.of(Figure.of("diffusivities", "Diffusion coefficients", "Diffusion coefficients of " + t.name()
                    + " over inverse temperature.", Panel.of(Panel.MAIN, AxisSpec.of("1000/T", "K-1"),
                            AxisSpec.of("Diffusion coefficient", "cm2/s").log(), List.of(new Layer.Points("", x, y,
                                    d.uncertainties(), Style.points(Colour.DATA, Style.Symbol.CIRCLE,
                                    6)))).noLegend()));
        } catch (AnalysisException e) {
            // the plain view of a table shows what is there
            return List.of();
        }
    }
}
