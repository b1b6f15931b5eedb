package org.interphase.technique.electrochemistry.operation;

import static org.interphase.technique.electrochemistry.impedance.Spectra.uncertainty;
import static org.interphase.technique.electrochemistry.impedance.Spectra.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import org.interphase.api.Operation;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.FitResult;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.technique.electrochemistry.ElectrochemistryTechnique;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoArcCellTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e6, 1e-2, 73);
    private static final ImpedanceTruth CELL = ImpedanceTruth.of(12, new Arc(85, 4e-5, 0.86), new Arc(160, 0.1, 0.84));

    @SuppressWarnings("unchecked")
    private static <D extends Dataset, P extends Record> Outcome run(D data) throws Exception {
        ElectrochemistryTechnique technique = new ElectrochemistryTechnique();
        Recipe recipe = technique.recipes().stream().filter(r -> r.id().equals("eis/two-arc-cell")).findFirst()
                .orElseThrow();
        Step step = recipe.steps().get(0);
        Operation<D, P> operation = (Operation<D, P>) technique.operations().stream()
                .filter(o -> o.info().id().equals(step.operation())).findFirst().orElseThrow();
        return operation.apply(data, Parameters.decode(operation.info().parameters(), step.parameters()),
                Progress.none());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 18})
    void theThreeResistancesComeOutWithAndWithoutDiffusion(double tail) throws Exception {
        Outcome o = run(Spectra.table("cell", HERTZ, CELL.withTail(tail, 0.5).measured(HERTZ, 0.003, 4)));
        assertEquals(12, value(o, "R_s"), 4 * uncertainty(o, "R_s"));
        assertEquals(85, value(o, "R_se"), 4 * uncertainty(o, "R_se"));
        assertEquals(160, value(o, "R_ct"), 4 * uncertainty(o, "R_ct"));
    }

    @Test
    void comparisonPrefersTheCircuitTheDataWereMadeWith() throws Exception {
        Table t = Spectra.table("cell", HERTZ, CELL.measured(HERTZ, 0.003, 8));
        Outcome o = new EisCompare(ElementLibrary::standard).apply(t, Parameters.defaults(EisCompare.Parameters.class),
                Progress.none());
        assertEquals("R0-p(R1,CPE1)-p(R2,CPE2)", o.dataset().product(FitResult.class).orElseThrow().title());
        assertTrue(value(o, "BIC difference R0-p(R1,CPE1)") > 10);
        assertTrue(value(o, "BIC difference R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)") > 2);
    }

    @Test
    void aSeriesOfTwoCellsSaysWhichResistanceIsSignificantlySmaller() throws Exception {
        Arc se = CELL.arcs().get(0);
        ImpedanceTruth better = ImpedanceTruth.of(12, se, new Arc(100, 0.06, 0.84));
        Series cells = Series.named(DatasetHeader.of("cells", "eis", Metadata.EMPTY), List.of(
                Spectra.table("bare", HERTZ, CELL.measured(HERTZ, 0.005, 1)),
                Spectra.table("coated", HERTZ, better.measured(HERTZ, 0.005, 2))));
        Outcome o = new EisFitSeries(ElementLibrary::standard).apply(cells,
                Spectra.fit("R0-p(R1,CPE1)-p(R2,CPE2)", "modulus"), Progress.none());
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().startsWith("R2 of coated is significantly smaller")),
                o.remarks().toString());
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().startsWith("R1 does not differ significantly")),
                o.remarks().toString());
        assertEquals(List.of("trend", "waterfall"), o.figures().stream().map(f -> f.id()).toList());
    }

    @Test
    void trendsShowEachKindOfParameterInOnePanelWithErrorBarsOverTheAscendingCondition() throws Exception {
        Series heated = Series.named(DatasetHeader.of("heated", "eis", Metadata.EMPTY), List.of(
                Spectra.table("a-60deg", HERTZ, CELL.measured(HERTZ, 0.005, 1)),
                Spectra.table("a-25deg", HERTZ, CELL.measured(HERTZ, 0.005, 2)),
                Spectra.table("a-40deg", HERTZ, CELL.measured(HERTZ, 0.005, 3))));
        Outcome o = new EisFitSeries(ElementLibrary::standard).apply(heated,
                Spectra.fit("R0-p(R1,CPE1)-p(R2,CPE2)", "modulus"), Progress.none());
        Figure trend = o.figures().get(0);
        assertEquals(List.of("trend-resistance", "trend-admittance", "trend-exponent"),
                trend.panels().stream().map(Panel::id).toList());
        List<Layer.Points> points = trend.panels().get(0).layers().stream().filter(Layer.Points.class::isInstance)
                .map(Layer.Points.class::cast).toList();
        assertEquals(List.of("R0", "R1", "R2"), points.stream().map(Layer.Points::label).toList());
        assertArrayEquals(new double[] {298.15, 313.15, 333.15}, points.get(0).x(), 1e-9);
        assertEquals(value(o, "R2 (a-25deg)"), points.get(2).y()[0]);
        assertEquals(uncertainty(o, "R2 (a-60deg)"), points.get(2).yError()[2]);
        Panel waterfall = o.figures().get(1).panels().get(0);
        assertEquals(List.of("a-25deg", "a-40deg", "a-60deg"), waterfall.layers().stream()
                .filter(Layer.Points.class::isInstance).map(Layer::label).toList());
    }

    @Test
    void conductivityPropagatesGeometryAndCovariance() throws Exception {
        Table t = Spectra.table("cell", HERTZ, CELL.measured(HERTZ, 0.003, 8));
        Outcome fitted = new EisFit(ElementLibrary::standard).apply(t,
                Spectra.fit("R0-p(R1,CPE1)-p(R2,CPE2)", "modulus"), Progress.none());
        Outcome o = new EisConductivity().apply((Table) fitted.dataset(),
                new EisConductivity.Parameters("R1+R2", 2000, 20, 0.5, 0.01), Progress.none());
        double r = value(fitted, "R1") + value(fitted, "R2");
        assertEquals(0.2 / (r * 0.5), value(o, "conductivity"), 1e-12);
        double sum = Math.hypot(uncertainty(fitted, "R1"), uncertainty(fitted, "R2"));
        double relative = uncertainty(o, "conductivity") / value(o, "conductivity");
        assertTrue(relative >= Math.hypot(0.01, 0.02) && relative < Math.sqrt(5e-4 + 4 * sum * sum / (r * r)));
    }
}
