package org.interphase.technique.electrochemistry.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.interphase.model.figure.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitParserTest {

    private static Circuit parse(String text) {
        return CircuitParser.parse(ElementLibrary.standard(), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "R0-p(R1,C1)-p(R2-Wo1,C2); R0-p(R1,C1)-p(R2-Wo1,C2); R(RC)([RT]C)",
        "R(RQ)(Q[RW]); R1-p(R2,Q1)-p(Q2,R3-W1); R(RQ)(Q[RW])",
        "(R1|Q1)+(R2|Q2)+Q3; p(R1,Q1)-p(R2,Q2)-Q3; (RQ)(RQ)Q",
        "R_s-p(R_se,CPE_se)-p(R_ct-W1,CPE_ct); R_s-p(R_se,CPE_se)-p(R_ct-W1,CPE_ct); R(RQ)([RW]Q)",
        "R0 - p( R1 , CPE1 ); R0-p(R1,CPE1); R(RQ)",
        "R0-(L1-(C1)); R0-L1-C1; RLC",
        "p(R1,p(R2,C1)); p(R1,R2,C1); (RRC)",
        "p(C1,R1-p(R2,C2)); p(C1,R1-p(R2,C2)); (C[R(RC)])",
        "RCRL; R1-C1-R2-L1; RCRL",
        "Rs-Cdl; Rs-Cdl; RC"})
    void readsTheNotationsAnalystsWrite(String text, String dashed, String description) {
        Circuit c = parse(text);
        assertEquals(dashed, c.dashed());
        assertEquals(description, c.description());
        assertEquals(c, parse(c.dashed()));
        assertEquals(description, parse(description).description());
    }

    @Test
    void parametersAreNamedAsAnalystsWriteThem() {
        assertEquals(List.of("R0", "CPE1_0", "CPE1_1", "Wo1_0", "Wo1_1", "C2"), parse("R0-p(CPE1,Wo1-C2)").parameters()
                .stream().map(Circuit.Parameter::name).collect(Collectors.toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "R0-p(R1,C1; 5; not closed",
        "R0-p(R1); 5; at least two branches",
        "R0--R1; 4; missing before '-'",
        "R0-; 4; missing before the end",
        "R0-X1; 4; no element 'X'",
        "R0)-R1; 3; closes nothing",
        "R0,R1; 3; only inside p",
        "R0-R0; 4; two elements R0",
        "R0-p(,R1); 6; missing before ','",
        "R0-p(R1,C1)?; 12; not expected",
        "-R0; 1; missing before '-'",
        "(); 2; missing",
        "R0-p[R1,C1]; 4; not expected"})
    void errorsNameTheColumn(String text, int column, String words) {
        CircuitSyntaxException e = assertThrows(CircuitSyntaxException.class, () -> parse(text));
        assertEquals(column, e.column(), e.getMessage());
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    @Test
    void errorsNameTheLineOfLongCircuits() {
        CircuitSyntaxException e = assertThrows(CircuitSyntaxException.class, () -> parse("R0-p(R1,C1)\n-p(R2;C2)"));
        assertEquals(2, e.line());
        assertEquals(6, e.column());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void anEmptyTextIsNoCircuit(String text) {
        assertThrows(CircuitSyntaxException.class, () -> parse(text));
    }

    @Test
    void deepNestingIsRefusedInsteadOfOverflowingTheStack() {
        assertThrows(CircuitSyntaxException.class, () -> parse("(".repeat(100_000)));
        assertThrows(CircuitSyntaxException.class, () -> parse("R".repeat(1000)));
    }

    @Test
    void aMistypedElementIsSuggested() {
        CircuitSyntaxException e = assertThrows(CircuitSyntaxException.class, () -> parse("R0-cpe1"));
        assertTrue(e.getMessage().contains("column 4"), e.getMessage());
    }

    @Test
    void aPlugInAddsAnElement() {
        CircuitElement mine = new CircuitElement() {
            @Override
            public String symbol() {
                return "Half";
            }

            @Override
            public String title() {
                return "Half a resistor";
            }

            @Override
            public String formula() {
                return "Z = R/2";
            }

            @Override
            public List<ElementParameter> parameters() {
                return List.of(new ElementParameter("resistance", "R", "ohm", ElementParameter.Role.RESISTANCE));
            }

            @Override
            public void impedance(Frequencies f, double[] p, ElementValues out) {
                Arrays.fill(out.re(), p[0] / 2);
                Arrays.fill(out.dRe(0), 0.5);
            }
        };
        ElementLibrary library = ElementLibrary.standard().with(mine);
        assertEquals("R0-Half1", CircuitParser.parse(library, "R0-Half1").dashed());
        assertThrows(IllegalArgumentException.class, () -> library.with(mine));
    }

    @Test
    void theSchematicHoldsEveryElement() {
        Figure f = CircuitSchematic.draw(parse("R0-p(R1,CPE1)-p(R2-Wo1,C2)-L1"));
        String texts = f.panels().get(0).layers().toString();
        for (String label : List.of("R0", "R1", "CPE1", "R2", "Wo1", "C2", "L1")) {
            assertTrue(texts.contains("text=" + label + ","), label);
        }
        assertTrue(f.panels().get(0).equalScale());
    }
}
