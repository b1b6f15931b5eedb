package org.interphase.testkit.toy;

import java.util.List;
import java.util.Map;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Step;
import org.interphase.api.Technique;

/** The technique of the made-up instrument. Not declared anywhere, so that no product offers it. */
public final class ToyTechnique implements Technique {

    @Override
    public String id() {
        return "toy";
    }

    @Override
    public String title() {
        return "Toy";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo("toy", "Toy curve", "curve"),
                new KindInfo("toy.other", "Toy curve of another kind", "curve"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new ToyReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(new Subtract(), new ScaleValues(), new Total(), new Mean());
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(
                Recipe.of("toy/total", "Total above the lowest value", "Subtracts the lowest value and adds up.",
                        Applicability.of("toy"), Step.of("level", new Subtract()), Step.of("scale", new ScaleValues()),
                        new Step("total", "toy.total", true, Map.of("range", "all"))).answering("total"),
                Recipe.ofSeries("toy/mean", "Mean of all", "The mean over all curves together.",
                        Applicability.of("toy"), Step.of("mean", new Mean())).answering("mea*"));
    }

    @Override
    public List<ReferenceTable> referenceTables() {
        return List.of(new ReferenceTable("toy.levels", "Levels", List.of("name", "level", "source"),
                List.of(List.of("dark", "3", "made up"))));
    }
}
