package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
            case 'Q' -> 1000 * phase;
            case 'x' -> -RE[row];
            case 'o' -> 1000 * RE[row];
            case 'O' -> 1000 * IM[row];
            case 'l' -> Math.log10(HERTZ[row]);
            case 'L' -> Math.log10(2 * Math.PI * HERTZ[row]);
            case 'Z' -> Math.log10(Math.hypot(RE[row], IM[row]));
            case 'g' -> RE[row] / square(row);
            case 'b' -> -IM[row] / square(row);
            case 'B' -> IM[row] / square(row);
            case 's' -> 1000 * RE[row] / square(row);
            case 'S' -> -1000 * IM[row] / square(row);
            case 'C' -> -1e9 * IM[row] / square(row) / omega(row);
            case 'P' -> square(row) / RE[row];
            case 'D' -> -RE[row] / IM[row];
            case 'd' -> -100 * RE[row] / IM[row];
            case 'c' -> -1e6 / (omega(row) * IM[row]);
            case 'I' -> 1e6 * IM[row] / omega(row);
            default -> row + 1;
        };
    }

    private static double omega(int row) {
        return 2 * Math.PI * HERTZ[row];
    }

    private static double square(int row) {
        return RE[row] * RE[row] + IM[row] * IM[row];
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
        "Number,Frequency/Hz,Impedance/Ohm,Phase/deg,Significance,Time/s!#fzp##",
        "f,-Z',-Z''!fxm",
        "f/Hz,Re(Z)/mOhm,Im(Z)/mΩ!foO",
        "log(f/Hz),Z' / Ohm,Z'' / Ohm!lri",
        "log f,Re(Z),Im(Z)!lri",
        "lg(f),Re(Z),-Im(Z)!lrm",
        "log10(Frequency),Re Z,Im Z!lri",
        "log(ω),Z',Z''!Lri",
        "log(f),log|Z|,-phase (deg)!lZn",
        "freq/Hz,|Z|/Ohm,Phase(Z)/mrad!fzQ",
        "freq/Hz,Re(Y)/Ohm-1,Im(Y)/Ohm-1!fgb",
        "f [Hz],Y' [mS],Y'' [mS]!fsS",
        "f (Hz),Re(Y) (S),-Im(Y) (S)!fgB",
        "f (Hz),G (mS),B (mS)!fsS",
        "freq/Hz,Cp (nF),D!fCD",
        "freq/Hz,Cp (nF),D (%)!fCd",
        "freq/Hz,Cp (nF),tan δ!fCD",
        "Frequenz (Hz),Cp (nF),Verlustfaktor!fCD",
        "f (Hz),Cp (nF),Rp (Ohm)!fCP",
        "f (Hz),Cp (nF),G (mS)!fCs",
        "f (Hz),Cs (uF),Rs (Ohm)!fcr",
        "f (Hz),Cs (µF),D!fcD",
        "f (Hz),Ls (uH),Rs (Ohm)!fIr",
        "Frequenz [Hz],Realteil [Ohm],Imaginärteil [Ohm]!fri",
        "Frequenz / Hz,Betrag / Ohm,Phasenwinkel / °!fzp",
        "Kreisfrequenz (rad/s),Wirkwiderstand (Ohm),Blindwiderstand (Ohm)!wri",
        "Fréquence (Hz),Partie réelle (Ohm),Partie imaginaire (Ohm)!fri",
        "Fréquence (Hz),Module (Ohm),Déphasage (°)!fzp",
        "Pulsation,Partie réelle,-Partie imaginaire!wrm"})
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
        note = reader.read(file("f,Cp (nF),D", "fCD", ",", false), Progress.none()).get(0).metadata()
                .text("imaginary part").orElse("");
        assertTrue(note.contains("parallel capacitance"), note);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"f (Hz),Z' (ohm.cm2),-Z'' (ohm.cm2)!frm!1",
        "f/Hz,Re(Z)/Ω·cm²,Im(Z)/Ω·cm²!fri!1",
        "f (Hz),Z' (Ohm cm^2),-Z'' (Ohm cm^2)!frm!1", "f (Hz),Z' (ohm.m2),-Z'' (ohm.m2)!frm!1e4",
        "f (Hz),Z' (kOhm cm2),-Z'' (kOhm cm2)!frm!1000", "f (Hz),Re(Y) (S/cm2),Im(Y) (S/cm2)!fgb!1",
        "f (Hz),Cp (nF/cm2),D!fCD!1", "f (Hz),|Z| (Ohm cm2),Phase (deg)!fzp!1"})
    void impedancesPerAreaKeepTheirUnit(String headings, String columns, double factor) throws Exception {
        Table t = (Table) new ImpedanceTextReader().read(file(headings, columns, ",", false), Progress.none()).get(0);
        for (String name : List.of("Re(Z)", "-Im(Z)")) {
            assertEquals("ohm.cm2", t.column(name).orElseThrow().unit().text(), name);
        }
        assertEquals(factor * RE[2], t.column("Re(Z)").orElseThrow().get(2), 1e-6 * factor * RE[2]);
        assertEquals(-factor * IM[2], t.column("-Im(Z)").orElseThrow().get(2), -1e-6 * factor * IM[2]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
        "Frequency (Hz),Modulus (Pa),Phase (deg)!fzp",
        "Raman shift (cm-1),Real,Intensity!frz",
        "f (Hz),Z' (ohm.cm),Z'' (ohm.cm)!fri",
        "f (Hz),Z' (ohm),Z'' (ohm.cm2)!fri",
        "f (Hz),Real permittivity,Imag permittivity!fri",
        "Frequency (Hz),G' (Pa),G'' (Pa)!fri",
        "t (s),E (V),I (A)!fri",
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
