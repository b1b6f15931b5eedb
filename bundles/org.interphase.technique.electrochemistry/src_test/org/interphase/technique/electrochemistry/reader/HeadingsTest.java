package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headings of impedance tables as programs and people write them. */
class HeadingsTest {

    private static final double[] HERTZ = {1e5, 1e4, 1e3, 100, 10, 1};
    private static final double[] RE = {10.1, 12, 30, 80, 108, 110};
    private static final double[] IM = {-3, -15, -40, -45, -12, -2};

    /** One column after another: f frequency, w angular, r real, i imaginary, m minus imaginary, z modulus, ... */
    private static double cell(char what, int row) {
        double phase = Math.atan2(IM[row], RE[row]);
        return switch (what) {
            case 'f' -> HERTZ[row];
            case 'w' -> HERTZ[row] * 2 * Math.PI;
            case 'k' -> HERTZ[row] / 1000;
            case 'r' -> RE[row];
            case 'R' -> RE[row] / 1000;
            case 'i' -> IM[row];
            case 'm' -> -IM[row];
            case 'M' -> -IM[row] / 1000;
            case 'z' -> Math.hypot(RE[row], IM[row]);
            case 'p' -> Math.toDegrees(phase);
            case 'n' -> -Math.toDegrees(phase);
            case 'q' -> phase;
            default -> row + 1;
        };
    }

    private static Source file(String headings, String columns, String separator, boolean comma) {
        StringBuilder b = new StringBuilder(headings).append('\n');
        for (int row = 0; row < HERTZ.length; row++) {
            for (int c = 0; c < columns.length(); c++) {
                String number = String.format(Locale.ROOT, "%.9g", cell(columns.charAt(c), row));
                b.append(c == 0 ? "" : separator).append(comma ? number.replace('.', ',') : number);
            }
            b.append('\n');
        }
        return Source.of("cell.csv", b.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void assertSpectrum(Source s) throws Exception {
        ImpedanceTextReader reader = new ImpedanceTextReader();
        assertTrue(reader.confidence(SourceHead.of(s)) >= 75, "not recognised");
        Table t = (Table) reader.read(s, Progress.none()).get(0);
        for (int i = 0; i < HERTZ.length; i++) {
            assertEquals(HERTZ[i], t.column("frequency").orElseThrow().get(i), 1e-6 * HERTZ[i]);
            assertEquals(RE[i], t.column("Re(Z)").orElseThrow().get(i), 1e-5);
            assertEquals(-IM[i], t.column("-Im(Z)").orElseThrow().get(i), 1e-5);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '$', value = {
        "freq,Zre,-Zim!frm",
        "frequency / Hz,real(Z) / ohm,imag(Z) / ohm!fri",
        "Frequency (Hz),Z' (Ω),-Z'' (Ω),Z (Ω),-Phase (°),Time (s)!frmzn#",
        "Index,Frequency (Hz),Z' (Ω),-Z\" (Ω)!#frm",
        "f/Hz,Z'/Ω,Z''/Ω!fri",
        "f (kHz),Z' (kΩ),−Z″ (kΩ)!kRM",
        "Freq.(Hz),Re[Z] (Ohm),Im[Z] (Ohm)!fri",
        "Freq.[Hz],Zs'[ohm],Zs''[ohm]!fri",
        "FREQ,ZREAL,ZIMAG!fri",
        "Frequency [Hz],Resistance [Ohm],Reactance [Ohm]!fri",
        "Frequency_kHz,Z_real_kOhm,neg_Z_imag_kOhm!kRM",
        "Frequency,ReZ,ImZ!fri",
        "Freq,Zr,Zi!fri",
        "Fréquence,Zreel,Zimag!fri",
        "omega (rad/s),Re(Z) (ohm),Im(Z) (ohm)!wri",
        "Freq/Hz,Z'/ohm,Z\"/ohm,Z/ohm,Phase/deg!frizp",
        "-Im Z (ohm),Re Z (ohm),f (Hz)!mrf",
        "Elapsed Time (s),Frequency (Hz),Zre (ohms),Zim (ohms),|Vac| (V)!#fri#",
        "f [Hz],|Z| [Ohm],phase [deg]!fzp",
        "Frequency (Hz),Impedance (Ohm),Phase (rad)!fzq",
        "Frequency,Zmod,Zphz!fzp",
        "freq,magnitude,phase!fzq",
        "freq,magnitude,-phase!fzn",
        "freq,magnitude,phase!fzn",
        "Frequency (Hz),Impedance Magnitude (Ohms),Impedance Phase (Degrees)!fzp",
        "Number,Frequency/Hz,Impedance/Ohm,Phase/deg,Significance,Time/s!#fzp##"})
    void manyHeadingsMeanTheSame(String headings, String columns) throws Exception {
        assertSpectrum(file(headings, columns, ",", false));
        assertSpectrum(file(headings.replace(',', ';'), columns, ";", true));
        assertSpectrum(file(headings.replace(',', '\t'), columns, "\t", false));
    }

    @Test
    void whatTheHeadingsLeaveOpenIsNoted() throws Exception {
        ImpedanceTextReader reader = new ImpedanceTextReader();
        String note = reader.read(file("freq,magnitude,phase", "fzn", ",", false), Progress.none()).get(0).metadata()
                .text("imaginary part").orElse("");
        assertTrue(note.contains("degrees") && note.contains("-phase"), note);
        note = reader.read(file("f (Hz),Z' (ohm.cm2),-Z'' (ohm.cm2)", "frm", ",", false), Progress.none()).get(0)
                .metadata().text("imaginary part").orElse("");
        assertTrue(note.contains("ohm.cm2"), note);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
        "Frequency (Hz),Modulus (Pa),Phase (deg)!fzp",
        "Raman shift (cm-1),Real,Intensity!frz",
        "x,y,z!frz"})
    void otherTablesAreNoImpedance(String headings, String columns) throws Exception {
        assertEquals(0, new ImpedanceTextReader().confidence(SourceHead.of(file(headings, columns, ",", false))));
    }

    @Test
    void linesOfWordsAboveTheNumbersOfAnI2bFileAreNoHeadings() throws Exception {
        StringBuilder b = new StringBuilder("Some words\nthree words here\n\n6\n");
        for (int i = 0; i < HERTZ.length; i++) {
            b.append(HERTZ[i]).append(' ').append(RE[i]).append(' ').append(IM[i]).append('\n');
        }
        Table t = (Table) new ImpedanceTextReader().read(SampleFiles.text("cell.i2b", b.toString()), Progress.none())
                .get(0);
        assertEquals(RE[2], t.column("Re(Z)").orElseThrow().get(2));
    }
}
