package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.technique.xps.operation.CompareOperation;
import org.interphase.technique.xps.region.LineModel;
import org.interphase.technique.xps.region.LineModels;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.Test;

/** Whatever a number depends on stands in the parameters of a step, so that documents hold it. */
class LineModelsTest {

    private static List<LineModel> all() {
        return List.of(LineModels.fluorine(), LineModels.nitrogen(), LineModels.sulfur(), LineModels.carbon(),
                LineModels.oxygen());
    }

    @Test
    void theFitsOfTheQuantificationAreStepsWithTheirComponents() {
        Recipe quantify = new XpsTechnique().recipes().stream().filter(r -> r.id().equals("xps/quantify")).findFirst()
                .orElseThrow();
        assertEquals(List.of("fluorine", "carbon", "quantify"), quantify.steps().stream().map(Step::id).toList());
        assertEquals(2, ((List<?>) quantify.steps().get(0).parameters().get("components")).size());
        assertEquals(5, ((List<?>) quantify.steps().get(1).parameters().get("components")).size());
    }

    @Test
    void aComparisonWritesOutTheModelItTook() throws Exception {
        Outcome o = XpsRuns.run("xps/compare", Series.named(DatasetHeader.of("s", "series", Metadata.EMPTY),
                List.of(XpsRegionTruth.fluorine(800, 3000, 1).toCurve(),
                        XpsRegionTruth.fluorine(2000, 3000, 2).toCurve())));
        CompareOperation.Parameters used = (CompareOperation.Parameters) o.resolved().orElseThrow();
        assertEquals("F 1s", used.line());
        assertEquals(LineModels.fluorine().components(), used.components());
        assertEquals(LineModels.fluorine().width(), used.width());
    }

    /**
     * A comparison of a line without components takes its model from the program: who edits a model raises the version
     * of xps.compare, and then this number.
     */
    @Test
    void anEditOfAModelAsksForANewVersionOfTheComparison() {
        assertEquals(6, new CompareOperation().info().version());
        assertEquals(-1214103838, all().toString().hashCode(), all().toString());
    }

    @Test
    void eachModelLooksWhereItsComponentsAre() {
        for (LineModel m : all()) {
            m.components().forEach(c -> assertTrue(c.position().lower() >= m.covers().from()
                    && c.position().upper() <= m.covers().to(), m.line() + " " + c.name()));
        }
    }
}
