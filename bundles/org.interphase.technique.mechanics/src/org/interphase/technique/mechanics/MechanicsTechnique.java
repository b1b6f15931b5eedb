package org.interphase.technique.mechanics;

import java.util.List;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.technique.mechanics.operation.TensileTest;
import org.interphase.technique.mechanics.reader.TensileReader;
import org.interphase.technique.mechanics.tensile.TensileTable;

/** Mechanical tests: tensile tests and indentation. */
public final class MechanicsTechnique implements Technique {

    private final TensileTest tensile = new TensileTest();

    @Override
    public String id() {
        return "mechanics";
    }

    @Override
    public String title() {
        return "Mechanical testing";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo(TensileTable.KIND, "Tensile test", "table"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new TensileReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(tensile);
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(Recipe.of("mechanics/tensile", "Tensile test", "How stiff, strong and ductile is the material? "
                + "Modulus, yield strength, tensile strength, elongations and toughness of one specimen. Cross-section "
                + "and gauge length are asked for where the file does not state them.",
                Applicability.of(TensileTable.KIND), Step.of("tensile", tensile))
                .answering("modulus", "yield strength*", "tensile strength", "elongation at break", "toughness"));
    }
}
