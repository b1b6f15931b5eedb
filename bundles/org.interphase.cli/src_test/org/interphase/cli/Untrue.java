package org.interphase.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of the example's report that have no truth to be held against, each with the reason. */
final class Untrue {

    /** Why numbers have none. */
    private record Group(String reason, Pattern recipe, Pattern name) {
    }

    private static final List<Group> GROUPS = List.of(
            group("a number of the fit or the choice itself", ".*", "(reduced )?chi-square.*|sum of squares.*|BIC .*"),
            group("a part of an uncertainty, its limits, or how the analysis went", "microscopy/.*", ".*uncertainty "
                    + "from .*|.* 95 % (low|high)|number of .*|threshold|correlation length|porosity, .* of all "
                    + "methods|layer direction|.* (standard deviation|minimum|maximum)"),
            group("what a name or a partner is left with where another number says it is not there", "(xps|raman|ftir)"
                    + "/.*", ".* (position|fraction)|[AI]\\(.*\\)/[AI]\\(.*\\)|.* area|.* absorbance|F\\(beta\\)"),
            group("follows from numbers that have a truth, by the formula its technique's tests compute by hand",
                    "cycling/.*|cv/.*|gitt/.*|transport/.*|mechanics/.*|elements/.*|symmetric/.*", "complete cycles|"
                    + "charge used .*|mean coulombic .*|loss of .*|polarisation.*|growth of .*|pair .* change per "
                    + "cycle|(smallest|largest) D|.*\\(Watanabe\\)|.*, scatter between specimens|reduced modulus|"
                    + "half cycles|time with current|resistance in half cycle .*|largest overpotential|shorts|"
                    + "noise of the voltage|.*(coefficient of variation|counting statistics|rich area|poor area)|"
                    + "largest (depth|force)|creep|contact .*|final over largest depth"),
            group("repeats, subtracts or divides numbers of single samples that have a truth", "gitt/compare",
                    "D.*|mean polarisation .*"),
            group("the simulator has no such quantity in closed form", "cycling/dqdv|cv/peaks|gitt/.*|lsv/.*|elements/"
                    + "spectrum|mechanics/.*|dynamics/.*", ".*dQ/dV.*|pair .* (current|charge) ratio.*|(oxidation|"
                    + "reduction) .* (current|charge).*|D \\(Weppner-Huggins\\).*|decomposition potential, oxidation.*|"
                    + "C K counts|yield strength.*|.*elongation.*|toughness.*|MSD intercept"),
            group("of one surface out of many the simulator knows the mean only; surfaces of known parameters are in "
                    + "the technique's tests", "topography/.*", "height difference, .*|S\\w+|V\\w+"),
            group("hangs on the analysis' own bins, boundaries or pressures", "porosimetry/.*", "modal .*|median pore "
                    + "diameter \\(area\\)|diameter at the .* pressure|interparticle volume|volume of pores below .*|"
                    + "surface fractal dimension"));

    private Untrue() {
    }

    private static Group group(String reason, String recipe, String name) {
        return new Group(reason, Pattern.compile(recipe), Pattern.compile(name));
    }

    /** Why a number has no truth; empty if it should have one. */
    static Optional<String> reason(String recipe, String name) {
        return GROUPS.stream().filter(g -> g.recipe.matcher(recipe).matches() && g.name.matcher(name).matches())
                .map(Group::reason).findFirst();
    }
}
