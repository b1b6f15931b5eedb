package org.interphase.ui.tests.plugin;

import java.util.List;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/** The technique of a plug-in that the test packs into a jar; this bundle does not declare it. */
public final class TinyTechnique implements Technique {

    @Override
    public String id() {
        return "tiny";
    }

    @Override
    public String title() {
        return "Tiny";
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new TinyReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(new TinyLast());
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(Recipe.of("tiny/last", "Last point", "What is the last signal?", Applicability.of("tiny.curve"),
                Step.of("last", new TinyLast())));
    }

    /** Reads any file that begins with its name. */
    public static final class TinyReader implements DatasetReader {
        @Override
        public String id() {
            return "tiny.text";
        }

        @Override
        public String title() {
            return "Tiny text";
        }

        @Override
        public List<String> extensions() {
            return List.of("tiny");
        }

        @Override
        public List<String> kinds() {
            return List.of("tiny.curve");
        }

        @Override
        public int confidence(SourceHead head) {
            return head.text().startsWith("tiny") ? 95 : 0;
        }

        @Override
        public List<Dataset> read(Source source, Progress progress) {
            return List.of(Curve.ofUnsorted(DatasetHeader.of("t", "tiny.curve", Metadata.EMPTY), "Position",
                    Unit.of("mm"), Direction.ASCENDING, new double[] {1, 2, 3}, "Signal", Unit.of("V"),
                    new double[] {4, 5, 7}, null));
        }
    }

    /** Gives the last signal. */
    public static final class TinyLast implements Operation<Curve, TinyLast.Parameters> {

        /** None. */
        public record Parameters() {
        }

        @Override
        public OperationInfo<Curve, Parameters> info() {
            return OperationInfo.of("tiny.last", 1, "Last", "Gives the last signal.", Curve.class, Parameters.class);
        }

        @Override
        public Outcome apply(Curve input, Parameters parameters, Progress progress) {
            return Outcome.builder(input).measure("Last", "y", input.signal().get(2), 0.1, "V").build();
        }
    }
}
