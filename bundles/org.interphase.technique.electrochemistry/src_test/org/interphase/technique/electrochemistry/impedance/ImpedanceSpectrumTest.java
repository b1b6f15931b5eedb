package org.interphase.technique.electrochemistry.impedance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

class ImpedanceSpectrumTest {

    private static Table table(Column... columns) {
        return new Table(DatasetHeader.of("cell", "eis", Metadata.EMPTY), List.of(columns));
    }

    private static final Column F = Column.of("frequency", "kHz", new double[] {1, 10, Double.NaN, 0.1, 0});
    private static final Column RE = Column.of("Re(Z)", "kohm", new double[] {0.2, 0.1, 1, 0.3, 1});
    private static final Column IM = Column.of("-Im(Z)", "ohm", new double[] {5, -6, 1, 7, 1});

    @Test
    void rowsAreSortedConvertedAndFreeOfMissingValues() throws AnalysisException {
        ImpedanceSpectrum s = ImpedanceSpectrum.of(table(F, RE, IM));
        assertArrayEquals(new double[] {10000, 1000, 100}, s.frequency(), 1e-9);
        assertArrayEquals(new double[] {100, 200, 300}, s.re(), 1e-9);
        assertArrayEquals(new double[] {6, -5, -7}, s.im(), 1e-9);
        assertNull(s.sigmaRe());
        assertArrayEquals(new double[] {2 * Math.PI * 1e4, 2 * Math.PI * 1e3, 2 * Math.PI * 1e2},
                s.frequencies().omega(), 1e-6);
    }

    @Test
    void uncertaintiesComeAlongWhereBothPartsHaveThem() throws AnalysisException {
        Column re = Column.of(EisColumns.SIGMA_RE, "ohm", new double[] {1, 2, 3, 4, 5});
        Column im = Column.of(EisColumns.SIGMA_IM, "ohm", new double[] {6, 7, 8, 9, 10});
        ImpedanceSpectrum s = ImpedanceSpectrum.of(table(F, RE, IM, re, im));
        assertArrayEquals(new double[] {2, 1, 4}, s.sigmaRe());
        assertArrayEquals(new double[] {7, 6, 9}, s.sigmaIm());
        assertArrayEquals(new double[] {1, 4}, s.between(100, 1000).sigmaRe());
        assertNull(ImpedanceSpectrum.of(table(F, RE, IM, re)).sigmaRe());
        assertNull(ImpedanceSpectrum.of(table(F, RE, IM, im)).sigmaIm());
    }

    @Test
    void partsOfASpectrumAreThoseAskedFor() throws AnalysisException {
        ImpedanceSpectrum s = ImpedanceSpectrum.of(table(F, RE, IM));
        assertArrayEquals(new double[] {1000, 100}, s.between(100, 1000).frequency(), 1e-9);
        assertArrayEquals(new double[] {1000, 100}, s.capacitive().frequency(), 1e-9);
        assertArrayEquals(new double[] {10000, 100}, s.without(List.of(1)).frequency(), 1e-9);
        assertArrayEquals(new double[] {100}, s.from(2).frequency(), 1e-9);
        ImpedanceSpectrum pythagoras = Spectra.spectrum(new double[] {1, 2}, new double[][] {{3, 5}, {-4, 12}});
        assertArrayEquals(new double[] {5, 13}, pythagoras.modulus());
        assertArrayEquals(new double[] {-4}, pythagoras.capacitive().im());
    }

    @Test
    void whatIsNoSpectrumIsRefusedWithWhatIsMissing() {
        assertTrue(assertThrows(AnalysisException.class, () -> ImpedanceSpectrum.of(table(F, RE))).getMessage()
                .contains("no column '-Im(Z)'"));
        Column two = Column.of("frequency", "Hz", new double[] {1, 2, -1, 0, Double.POSITIVE_INFINITY});
        assertTrue(assertThrows(AnalysisException.class, () -> ImpedanceSpectrum.of(table(two, RE, IM))).getMessage()
                .contains("has 2 usable points"));
    }

    @Test
    void aSpectrumPerAreaKeepsItsScale() throws AnalysisException {
        Column re = Column.of("Re(Z)", "ohm.cm2", new double[] {1, 2, 3, 4, 5});
        Column im = Column.of("-Im(Z)", "ohm.cm2", new double[] {1, 2, 3, 4, 5});
        assertEquals(ImpedanceScale.PER_AREA, ImpedanceSpectrum.of(table(F, re, im)).scale());
        assertEquals(Optional.of(ImpedanceScale.WHOLE), ImpedanceScale.of(Unit.of("mohm")));
        assertEquals(Optional.empty(), ImpedanceScale.of(Unit.of("V")));
        assertEquals(Optional.of(ImpedanceScale.WHOLE), ImpedanceScale.ofAdmittance(Unit.of("mS")));
        assertEquals(Optional.of(ImpedanceScale.PER_AREA), ImpedanceScale.ofAdmittance(Unit.of("S/cm2")));
        assertEquals(Optional.empty(), ImpedanceScale.ofAdmittance(Unit.of("ohm")));
    }

    @Test
    void unitsFollowThePowerOfTheImpedance() {
        assertEquals("ohm", ImpedanceScale.WHOLE.of("ohm", 1));
        assertEquals("s", ImpedanceScale.PER_AREA.of("s", 0));
        assertEquals("F/cm2", ImpedanceScale.PER_AREA.of("F", -1));
        assertEquals("ohm2.cm4", ImpedanceScale.PER_AREA.of("ohm2", 2));
        assertEquals("ohm.cm2.s-0.5", ImpedanceScale.PER_AREA.of("ohm.s-0.5", 1));
    }
}
