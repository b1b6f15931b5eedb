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
import org.interphase.technique.porosimetry.operation.BetArea;
import org.interphase.technique.porosimetry.operation.PoreDistribution;
import org.interphase.technique.porosimetry.operation.PoreSizes;
import org.interphase.technique.porosimetry.operation.ThomeerSystems;
import org.interphase.technique.porosimetry.operation.WashburnDiameters;
import org.interphase.technique.porosimetry.reader.IsothermReader;
import org.interphase.technique.porosimetry.reader.MercuryReader;
import org.interphase.technique.porosimetry.reference.ContactAngles;
import org.interphase.technique.porosimetry.sorption.Isotherm;

/** Pores by what goes into them: mercury under pressure, gas in layers. */
public final class PorosimetryTechnique implements Technique {

    private final WashburnDiameters washburn = new WashburnDiameters();
    private final PoreDistribution distribution = new PoreDistribution();
    private final ThomeerSystems thomeer = new ThomeerSystems();
    private final BetArea bet = new BetArea();
    private final PoreSizes bjh = new PoreSizes();

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
        return List.of(new KindInfo(MercuryTable.KIND, "Mercury intrusion run", "table"),
                new KindInfo(Isotherm.KIND, "Gas sorption isotherm", "table"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new MercuryReader(), new IsothermReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(washburn, distribution, thomeer, bet, bjh);
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(Recipe.of("porosimetry/summary", "Pores by mercury intrusion", "How much pore volume and area "
                + "does the sample have, and how wide are the pores? The mass is asked for where volumes are those of "
                + "the whole sample.", Applicability.of(MercuryTable.KIND), Step.of("washburn", washburn),
                Step.of("thomeer", thomeer))
                .answering("total intrusion volume", "median pore diameter (volume)",
                        "total pore area", "porosity"),
                Recipe.of("porosimetry/distribution", "Pore size distribution by mercury intrusion", "Which pore "
                + "diameters are there? Distribution, modes, filling between particles, fractal dimension.",
                Applicability.of(MercuryTable.KIND), Step.of("washburn", washburn),
                Step.of("distribution", distribution)).answering("modal pore diameter",
                        "surface fractal dimension"),
                Recipe.of("sorption/bet", "BET area by gas sorption", "How much surface does the sample have? The BET "
                + "area over a range that keeps the criteria, t-plot, total pore volume.",
                Applicability.of(Isotherm.KIND), Step.of("bet", bet)).answering("BET area", "total pore volume"),
                Recipe.of("sorption/pore-sizes", "Pore size distribution by gas sorption (BJH)", "Which diameters have "
                + "the mesopores, and how much volume and area? Distributions from both branches of a nitrogen "
                + "isotherm.", Applicability.of(Isotherm.KIND), Step.of("bjh", bjh)).answering(
                        "BJH pore volume (desorption)", "modal pore diameter (desorption)",
                        "modal pore diameter (adsorption)"));
    }

    @Override
    public List<ReferenceTable> referenceTables() {
        return List.of(ContactAngles.table());
    }
}
