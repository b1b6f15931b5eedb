package org.interphase.technique.porosimetry;

import java.util.List;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.technique.porosimetry.intrusion.MercuryTable;
import org.interphase.technique.porosimetry.operation.PoreDistribution;
import org.interphase.technique.porosimetry.operation.WashburnDiameters;
import org.interphase.technique.porosimetry.reader.MercuryReader;
import org.interphase.technique.porosimetry.reference.ContactAngles;

/** Pores by what goes into them: mercury under pressure. */
public final class PorosimetryTechnique implements Technique {

    private final WashburnDiameters washburn = new WashburnDiameters();
    private final PoreDistribution distribution = new PoreDistribution();

    @Override
    public String id() {
        return "porosimetry";
    }

    @Override
    public String title() {
        return "Porosimetry and gas sorption";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo(MercuryTable.KIND, "Mercury intrusion run", "table"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new MercuryReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(washburn, distribution);
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(Recipe.of("porosimetry/summary", "Pores by mercury intrusion", "How much pore volume and area "
                + "does the sample have, and how wide are the pores? The mass is asked for where volumes are those of "
                + "the whole sample.", Applicability.of(MercuryTable.KIND), Step.of("washburn", washburn))
                .answering("total intrusion volume", "median pore diameter (volume)",
                        "total pore area", "porosity"),
                Recipe.of("porosimetry/distribution", "Pore size distribution by mercury intrusion", "Which pore "
                + "diameters are there? Distribution, modes, filling between particles, fractal dimension.",
                Applicability.of(MercuryTable.KIND), Step.of("washburn", washburn),
                Step.of("distribution", distribution)).answering("modal pore diameter",
                        "surface fractal dimension"));
    }

    @Override
    public List<ReferenceTable> referenceTables() {
        return List.of(ContactAngles.table());
    }
}
