package org.interphase.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormulasTest {

    @Test
    void numbersOfFormulasAreLowered() {
        assertEquals("Li<sub>2</sub>CO<sub>3</sub>, CF<sub>2</sub> and LiNi<sub>0.8</sub>Co<sub>0.1</sub>"
                + "Mn<sub>0.1</sub>O<sub>2</sub>; Ca(OH)<sub>2</sub>", Typeset.html(Typeset.prose(
                "Li2CO3, CF2 and LiNi0.8Co0.1Mn0.1O2; Ca(OH)2")));
        assertEquals("CF<sub>2</sub> 290.89", Typeset.html(Typeset.prose("CF2 290.89")));
    }

    @Test
    void whatOnlyLooksLikeAFormulaStaysAsItIs() {
        for (String text : List.of("F 1s", "C/10 and 2C", "R0-p(R1,CPE1)", "NCM811", "O2p", "PVDF", "raw/CF2.csv",
                "CF2_a", "W1", "S10z", "Ra 3", "CPE1_0", "C1s", "LiF", "SHA256SUMS", "C-O", "x-CF2")) {
            assertEquals(text, Typeset.prose(text));
        }
    }

    @Test
    void namesOfGreekLettersBecomeLetters() {
        assertEquals("F(\u03b2), \u03b1 763, \u03b3 1234", Typeset.prose("F(beta), alpha 763, gamma 1234"));
        assertEquals("alphabet, beta_2, my-alphas", Typeset.prose("alphabet, beta_2, my-alphas"));
    }
}
