package org.interphase.technique.mechanics;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.mechanics.indent.IndentTable;
import org.interphase.technique.mechanics.tensile.TensileTable;
import org.interphase.testkit.mechanics.IndentTruth;
import org.interphase.testkit.mechanics.TensileTruth;
import org.interphase.testkit.verdict.SameNumbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any test: units, the moment it began and the strength of the material change nothing else. */
class MechanicalPropertiesTest {

    private static final SameNumbers ROUNDED = new SameNumbers(1e-6, 1e-3, 1e-2);

    /** A property tried on tests of several materials, with noise, toes and slips. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "test {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    private @interface OnTests {
    }

    private static TensileTruth pulled(long seed) {
        boolean steel = seed % 2 == 0;
        double strong = steel ? 1 : 0.008;
        return TensileTruth.of(steel ? TensileTruth.steel() : TensileTruth.film(), new TensileTruth.Machine(
                300 + (int) (50 * seed), strong * 0.3 * seed, seed % 3 == 0 ? 4e-4 : 0, 0, 0.005), seed);
    }

    private static IndentTruth pressed(long seed) {
        IndentTruth.Test p = IndentTruth.polymer();
        return IndentTruth.of(new IndentTruth.Test(p.hardness(), p.modulus(), p.poisson(), p.top(), p.points(),
                0.1 * seed, seed % 2 == 0 ? 0.1 : 0, seed % 3, 1, 0, false), seed);
    }

    private static double[] each(double[] of, DoubleUnaryOperator f) {
        return Arrays.stream(of).map(f).toArray();
    }

    private static List<Measurement> tensile(Column strain, Column stress) throws Exception {
        return RunOn.outcome("mechanics.tensile", new Table(DatasetHeader.of("synthetic", TensileTable.KIND,
                Metadata.EMPTY), List.of(strain, stress)), Map.of()).measurements();
    }

    private static List<Measurement> tensile(TensileTruth t) throws Exception {
        return tensile(Column.of(TensileTable.STRAIN, "1", t.strain()), Column.of(TensileTable.STRESS, "MPa",
                t.stress()));
    }

    private static List<Measurement> indent(double[] time, Column depth, Column force) throws Exception {
        Dataset table = new Table(DatasetHeader.of("synthetic", IndentTable.KIND, Metadata.EMPTY), List.of(
                Column.of(IndentTable.TIME, "s", time), depth, force));
        return RunOn.outcome("mechanics.indentation", table, Map.of("area", "24.5", "poisson", 0.3)).measurements();
    }

    private static List<Measurement> indent(IndentTruth t) throws Exception {
        return indent(t.time(), Column.of(IndentTable.DEPTH, "nm", t.depth()), Column.of(IndentTable.FORCE, "mN",
                t.force()));
    }

    @OnTests
    void unitsOfATensileTestDoNotMatter(long seed) throws Exception {
        TensileTruth t = pulled(seed);
        List<Measurement> is = tensile(t);
        ROUNDED.compare(is, tensile(Column.of(TensileTable.STRAIN, "%", each(t.strain(), e -> 100 * e)),
                Column.of(TensileTable.STRESS, "MPa", t.stress())));
        ROUNDED.compare(is, tensile(Column.of(TensileTable.STRAIN, "1", t.strain()), Column.of(TensileTable.STRESS,
                "kPa", each(t.stress(), s -> 1000 * s))));
        ROUNDED.compare(is, tensile(Column.of(TensileTable.STRAIN, "1", t.strain()), Column.of(TensileTable.STRESS,
                "GPa", each(t.stress(), s -> s / 1000))));
    }

    @OnTests
    void aMaterialTwiceAsStrongHasTwiceTheStresses(long seed) throws Exception {
        TensileTruth t = pulled(seed);
        Set<String> same = Set.of("1", "%");
        ROUNDED.compare(tensile(t), tensile(Column.of(TensileTable.STRAIN, "1", t.strain()),
                Column.of(TensileTable.STRESS, "MPa", each(t.stress(), s -> 2 * s))), m ->
                        same.contains(m.unit().text()) ? m : m.withValue(2 * m.value(), 2 * m.uncertainty()));
    }

    @OnTests
    void whereTheCrossheadBeganDoesNotMatter(long seed) throws Exception {
        TensileTruth t = pulled(seed);
        ROUNDED.compare(tensile(t), tensile(Column.of(TensileTable.STRAIN, "1", each(t.strain(), e -> e + 0.01)),
                Column.of(TensileTable.STRESS, "MPa", t.stress())));
    }

    @OnTests
    void unitsOfAnIndentDoNotMatter(long seed) throws Exception {
        IndentTruth t = pressed(seed);
        List<Measurement> is = indent(t);
        ROUNDED.compare(is, indent(t.time(), Column.of(IndentTable.DEPTH, "um", each(t.depth(), d -> d / 1000)),
                Column.of(IndentTable.FORCE, "mN", t.force())));
        ROUNDED.compare(is, indent(t.time(), Column.of(IndentTable.DEPTH, "nm", t.depth()), Column.of(
                IndentTable.FORCE, "uN", each(t.force(), f -> 1000 * f))));
    }

    @OnTests
    void whenAnIndentBeganDoesNotMatter(long seed) throws Exception {
        IndentTruth t = pressed(seed);
        ROUNDED.compare(indent(t), indent(each(t.time(), s -> s + 5000), Column.of(IndentTable.DEPTH, "nm", t.depth()),
                Column.of(IndentTable.FORCE, "mN", t.force())));
    }

    @OnTests
    void twiceTheForceIsTwiceTheHardness(long seed) throws Exception {
        IndentTruth t = pressed(seed);
        Set<String> doubled = Set.of("hardness", "reduced modulus", "contact stiffness", "greatest force");
        ROUNDED.compare(indent(t), indent(t.time(), Column.of(IndentTable.DEPTH, "nm", t.depth()), Column.of(
                IndentTable.FORCE, "mN", each(t.force(), f -> 2 * f))), m -> doubled.contains(m.name())
                        ? m.withValue(2 * m.value(), 2 * m.uncertainty()) : m.name().contains("modulus")
                        || m.name().contains("work") || m.name().contains("force") ? null : m);
    }

    @OnTests
    void rowsWrittenTwiceChangeNoVerdict(long seed) throws Exception {
        TensileTruth t = pulled(seed);
        // the noise is told from neighbours, which are equal now: uncertainties are others
        new SameNumbers(1e-2, 0.5, 4).compare(tensile(t), tensile(Column.of(TensileTable.STRAIN, "1",
                twice(t.strain())), Column.of(TensileTable.STRESS, "MPa", twice(t.stress()))));
    }

    private static double[] twice(double[] of) {
        return IntStream.range(0, 2 * of.length).mapToDouble(i -> of[i / 2]).toArray();
    }
}
