package org.interphase.technique.porosimetry.sorption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

/** Branches of isotherms, and the laws of films and menisci of nitrogen at 77 K, by hand. */
class IsothermTest {

    private static final double NONE = Double.NaN;

    private static Table table(String unit, double[] p, double[] n) {
        return new Table(DatasetHeader.of("iso", Isotherm.KIND, Metadata.EMPTY), List.of(Column.of(Isotherm.PRESSURE,
                "1", p), Column.of(Isotherm.AMOUNT, unit, n)));
    }

    @Test
    void theRowsUpToTheHighestPressureAreTheAdsorption() throws Exception {
        double[] p = {0, 0.1, NONE, 0.2, 0.15, 0.3, 0.4, 0.9, 0.8, 0.5};
        double[] n = {0, 1, 2, 3, 4, 5, NONE, 7, 6.5, 6};
        assertThrows(AnalysisException.class, () -> Isotherm.of(table("mmol/g", p, n)));
        p[8] = 0.95;
        Isotherm iso = Isotherm.of(table("mmol/g", p, n));
        assertArrayEquals(new double[] {0.1, 0.2, 0.3, 0.9, 0.95}, iso.pressure(), 1e-12);
        assertArrayEquals(new double[] {1, 3, 5, 7, 6.5}, iso.amount(), 1e-12);
        assertEquals(1, iso.desorption());
        // a volume of gas: 22.414 cm3 are a mmol
        Isotherm volume = Isotherm.of(table("cm3/g", p, n));
        assertEquals(3 / 22.413969, volume.amount()[1], 1e-12);
    }

    @Test
    void whatIsNoIsothermIsRefused() {
        double[] p = {0.1, 0.2, 0.3, 0.4, 0.5};
        assertTrue(assertThrows(AnalysisException.class, () -> Isotherm.of(table("mmol/g", p, new double[] {1, 2, 0, 4,
            5}))).getMessage().contains("At p/p0 = 0.3"));
        assertTrue(assertThrows(AnalysisException.class, () -> Isotherm.of(table("V", p, p))).getMessage()
                .contains(Isotherm.AMOUNT));
        assertTrue(assertThrows(AnalysisException.class, () -> Isotherm.of(table("mmol/g", new double[] {0.1, 0.2, 0.3,
            0.4, 1}, p))).getMessage().contains("4 points"));
    }

    @Test
    void aBranchRunsFromItsHighestPressureDown() throws Exception {
        Isotherm iso = new Isotherm(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}, new double[] {1, 2, 3, 4, 5}, 0);
        SorptionBranch up = SorptionBranch.adsorption(iso, 0.2, 0.4);
        assertArrayEquals(new double[] {0.4, 0.3, 0.2}, up.pressure(), 1e-12);
        assertArrayEquals(new double[] {4 * 0.03467, 3 * 0.03467, 2 * 0.03467}, up.volume(), 1e-12);
        assertEquals(iso.tolerance() / 3, up.noise(), 1e-15);
        assertFalse(up.desorption());
        assertEquals(Kelvin.filling(), up.kelvin());
        assertEquals(3, up.size());
    }

    @Test
    void aDesorptionEndsWhereACycleBeginsAnew() throws Exception {
        double[] p = {0.1, 0.2, 0.3, 0.4, 0.9, 0.8, 0.7, 0.71, NONE, 0.6, 0.5, 0.4, 0.3, 0.35, 0.2};
        double[] n = {1, 2, 3, 4, 9, 8.5, 8, 8, 8, 7, 6, 5, 4, 4, 3};
        Table t = table("mmol/g", p, n);
        SorptionBranch down = SorptionBranch.desorption(t, Isotherm.of(t), 0.35, 0.85).orElseThrow();
        assertArrayEquals(new double[] {0.8, 0.7, 0.6, 0.5, 0.4}, down.pressure(), 1e-12);
        assertEquals(8.5 * 0.03467, down.volume()[0], 1e-12);
        assertTrue(down.desorption());
        assertEquals(Kelvin.emptying(), down.kelvin());
        p[8] = 0.68;
        p[9] = 0.73;
        // four points before it rises again are no branch
        assertEquals(Optional.empty(), SorptionBranch.desorption(t, Isotherm.of(table("mmol/g", p, n)), 0, 1)
                .map(b -> b.size()).filter(s -> s > 20));
        assertTrue(SorptionBranch.desorption(table("mmol/g", p, n), Isotherm.of(table("mmol/g", p, n)), 0, 1)
                .isEmpty());
    }

    @Test
    void kelvinsRadiusIsThatOfNitrogen() {
        // 2 x 8.85 mN/m x 34.67 cm3/mol over 8.3145 x 77.35 J/mol
        assertEquals(0.95420, Kelvin.emptying().core(Math.exp(-1)), 2e-5);
        assertEquals(0.47710, Kelvin.filling().core(Math.exp(-1)), 1e-5);
        assertEquals(2 * Kelvin.emptying().core(0.5), Kelvin.emptying().core(Math.sqrt(0.5)), 1e-12);
        assertEquals(3 * Kelvin.emptying().length(), Kelvin.emptying().scaled(3).length(), 1e-12);
    }

    @Test
    void filmsAreAsThickAsTheirFormulasSay() {
        assertEquals(0.354, Thickness.HALSEY.at(Math.exp(-5)), 1e-12);
        assertEquals(0.708, Thickness.HALSEY.at(Math.exp(-5 / 8.0)), 1e-12);
        // log10 p = 0.034 - 13.99 / 25 at 5 angstrom
        assertEquals(0.5, Thickness.HARKINS_JURA.at(Math.pow(10, 0.034 - 13.99 / 25)), 1e-12);
        assertEquals(Thickness.HALSEY, Thickness.HARKINS_JURA.other());
        assertEquals(Thickness.HARKINS_JURA, Thickness.HALSEY.other());
        assertEquals("Halsey", Thickness.HALSEY.names());
    }

    @Test
    void aTPlotHasTheSlopeOfTheSurfaceAndTheInterceptOfTheMicropores() {
        // 0.05 cm3/g in micropores, 20 m2/g of film: 0.002 cm3/g per angstrom; one point at 3.4 and one at 5.1
        double[] t = {3.4, 3.6, 4, 4.4, 4.9, 5.1};
        double[] p = new double[6];
        double[] n = new double[6];
        for (int i = 0; i < 6; i++) {
            p[i] = Math.pow(10, 0.034 - 13.99 / (t[i] * t[i]));
            n[i] = (0.05 + 0.002 * t[i] + (t[i] < 3.5 || t[i] > 5 ? 0.01 : 0)) / TPlot.LIQUID;
        }
        TPlot plot = TPlot.of(new Isotherm(p, n, 0)).orElseThrow();
        assertEquals(0.05, plot.micropores(), 1e-9);
        assertEquals(20, plot.external(), 1e-6);
        assertEquals(4, plot.points());
        assertArrayEquals(t, plot.thickness(), 1e-9);
        assertEquals(0.0672 - 0.0004, plot.volume()[0], 1e-9);
        n[2] += 0.001 / TPlot.LIQUID;
        TPlot off = TPlot.of(new Isotherm(p, n, 0)).orElseThrow();
        assertEquals(off.line().interceptSigma(), off.microporesUncertainty());
        assertEquals(1e4 * off.line().slopeSigma(), off.externalUncertainty(), 1e-9);
        p[4] = Math.pow(10, 0.034 - 13.99 / (5.05 * 5.05));
        assertTrue(TPlot.of(new Isotherm(p, n, 0)).isEmpty());
    }

    @Test
    void aGasThatNobodyStatesOrABathThatIsNotItsOwnIsDoubted() {
        Metadata silent = Metadata.EMPTY;
        assertTrue(Gas.of(Gas.Choice.FILE, silent).verdict().reason().contains("neither file nor analyst"));
        assertTrue(Gas.of(Gas.Choice.NITROGEN, silent).verdict().isSound());
        Metadata argon = silent.with(Gas.KEY, Gas.ARGON).with(Gas.BATH, 87.0, "K");
        assertTrue(Gas.of(Gas.Choice.FILE, argon).verdict().isSound());
        assertFalse(Gas.of(Gas.Choice.FILE, argon).isNitrogen());
        assertTrue(Gas.of(Gas.Choice.NITROGEN, argon).isNitrogen());
        assertEquals("the file states a bath of 87.0 K, and constants of nitrogen are those at 77 K",
                Gas.of(Gas.Choice.NITROGEN, argon).verdict().reason());
        assertTrue(Gas.of(Gas.Choice.NITROGEN, silent.with(Gas.BATH, 80.3, "K")).verdict().isSound());
        assertFalse(Gas.of(Gas.Choice.NITROGEN, silent.with(Gas.BATH, 80.4, "K")).verdict().isSound());
        assertFalse(Gas.of(Gas.Choice.ARGON, silent.with(Gas.BATH, 77.0, "K")).verdict().isSound());
        assertEquals(Optional.of("nitrogen"), Gas.named(" N2 "));
        assertEquals(Optional.of("carbon dioxide"), Gas.named("CO2"));
        assertEquals(Optional.empty(), Gas.named("air"));
    }
}
