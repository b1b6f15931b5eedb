package org.interphase.technique.mechanics;

import java.util.List;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.technique.mechanics.indent.IndentTable;
import org.interphase.technique.mechanics.operation.IndentationReplicates;
import org.interphase.technique.mechanics.operation.IndentationTest;
import org.interphase.technique.mechanics.operation.TensileReplicates;
import org.interphase.technique.mechanics.operation.TensileTest;
import org.interphase.technique.mechanics.reader.HysitronReader;
import org.interphase.technique.mechanics.reader.IndentReader;
import org.interphase.technique.mechanics.reader.NanoSuiteMethodReader;
import org.interphase.technique.mechanics.reader.TensileReader;
import org.interphase.technique.mechanics.tensile.TensileTable;

/** Mechanical tests: tensile tests and indentation. */
public final class MechanicsTechnique implements Technique {

    private final TensileTest tensile = new TensileTest();
    private final IndentationTest indentation = new IndentationTest();
    private final TensileReplicates specimens = new TensileReplicates();
    private final IndentationReplicates indents = new IndentationReplicates();

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
        return List.of(new KindInfo(TensileTable.KIND, "Tensile test", "table"),
                new KindInfo(IndentTable.KIND, "Indentation", "table"),
                new KindInfo(NanoSuiteMethodReader.KIND, "Indentation method", "table"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new TensileReader(), new HysitronReader(), new IndentReader(), new NanoSuiteMethodReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(tensile, specimens, indentation, indents);
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(Recipe.of("mechanics/tensile", "Tensile test", "How stiff, strong and ductile is the material? "
                + "Modulus, yield strength, tensile strength, elongations and toughness of one specimen. Cross-section "
                + "and gauge length are asked for where the file does not state them.",
                Applicability.of(TensileTable.KIND), Step.of("tensile", tensile))
                .answering("modulus", "yield strength*", "tensile strength", "elongation at break", "toughness"),
                Recipe.of("mechanics/indentation", "Hardness and modulus of an indent", "How hard and stiff is the "
                        + "material? Hardness, reduced and elastic modulus after Oliver and Pharr from the unloading, "
                        + "and over depth where a continuous stiffness was recorded. The area function is asked for "
                        + "where the file does not state it.", Applicability.of(IndentTable.KIND),
                        Step.of("indentation", indentation)).answering("hardness*", "elastic modulus*",
                                "reduced modulus*"),
                Recipe.ofSeries("mechanics/tensile-specimens", "Tensile tests of several specimens", "How stiff, "
                        + "strong and ductile is the material, and how much do specimens differ? Means over specimens "
                        + "and the scatter between them.", Applicability.of(TensileTable.KIND),
                        Step.of("specimens", specimens)).answering("modulus, mean", "tensile strength, mean",
                                "elongation at break, mean"),
                Recipe.ofSeries("mechanics/indents", "Hardness and modulus of many indents", "How hard and stiff is "
                        + "the material, and how much do places differ? Means over indents and the scatter between "
                        + "them.", Applicability.of(IndentTable.KIND), Step.of("indents", indents))
                        .answering("hardness, mean", "elastic modulus, mean"));
    }
}
