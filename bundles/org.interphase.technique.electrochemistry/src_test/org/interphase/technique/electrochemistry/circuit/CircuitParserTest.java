package org.interphase.technique.electrochemistry.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.interphase.api.parameters.Constrained;
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
        "R_SEI-p(R_ct,CPE_dl)-W_Li2; R_SEI-p(R_ct,CPE_dl)-W_Li2; R(RQ)W",
        "R1+Q2/R2+Q3/(R3+W3); R1-p(Q2,R2)-p(Q3,R3-W3); R(QR)(Q[RW])",
        "R0-C1//R1; R0-p(C1,R1); R(CR)",
        "(R1||C1)-R2; p(R1,C1)-R2; (RC)R",
        "R0\u2212p(R1,C1)\u2013L1; R0-p(R1,C1)-L1; R(RC)L",
        "R0+L1+(R1,CPE1)+CPE3; R0-L1-p(R1,CPE1)-CPE3; RL(RQ)Q",
        "!V=1![R{R=5E+01/0/inf:sol}(C{C=1e-6F}[R{R=200/50%/200%}W])]; R_sol-p(C1,R1-W1); R(C[RW])",
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
        "R0-p[R1,C1]; 4; no element",
        "r0-c1; 1; capital letter",
        "R0/; 4; missing behind '/'",
        "R0-R1{R=5; 6; not closed",
        "R0-R1{X=5}; 7; has no parameter 'X'; it has R",
        "R0-R1{R=five}; 7; no start value",
        "R0-R1{R=5/6/7}; 7; lies outside",
        "R0-R1{R=5,R=6}; 11; stated twice"})
    void errorsNameTheColumn(String text, int column, String words) {
        CircuitSyntaxException e = assertThrows(CircuitSyntaxException.class, () -> parse(text));
        assertEquals(column, e.column(), e.getMessage());
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    @Test
    void bracesStateStartValuesBoundsAndLabels() {
        Circuit c = parse("R{R=50:sol}-p(R1{R=100/10/1000},CPE1{Y=1e-6F,n=0.9//1})-C2");
        assertEquals(Map.of("R_sol", Constrained.free(50), "R1", Constrained.bounded(100, 10, 1000), "CPE1_0",
                Constrained.fixed(1e-6), "CPE1_1", Constrained.bounded(0.9, Double.NEGATIVE_INFINITY, 1)),
                c.presets());
        assertEquals(Constrained.bounded(200, 100, 400), parse("R{R=200/50%/200%}C").presets().get("R1"));
    }

    private static String random(RandomGenerator random, int depth, boolean within) {
        int kind = depth == 0 ? 0 : random.nextInt(3);
        if (kind == 0) {
            List<String> symbols = List.copyOf(ElementLibrary.standard().symbols());
            return symbols.get(random.nextInt(symbols.size()));
        }
        String text = random(random, depth - 1, kind == 2);
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            text += (kind == 1 ? "-" : ",") + random(random, depth - 1, kind == 2);
        }
        return kind == 1 ? within ? "(" + text + ")" : text : "p(" + text + ")";
    }

    @Test
    void everyCircuitSurvivesBothNotationsAndHasASchematic() {
        RandomGenerator random = new SplittableRandom(7);
        for (int i = 0; i < 2000; i++) {
            String text = random(random, 3, false);
            Circuit c = parse(text);
            assertEquals(c, parse(c.dashed()), text);
            Circuit described = parse(c.description());
            assertEquals(c.description(), described.description(), text);
            assertEquals(c.leaves().stream().map(l -> l.element().symbol()).toList(),
                    described.leaves().stream().map(l -> l.element().symbol()).toList(), text);
            String texts = CircuitSchematic.draw(c).panels().get(0).layers().toString();
            c.leaves().forEach(l -> assertTrue(texts.contains("text=" + l.label() + ","), text));
        }
    }

    @Test
    void anyTextIsEitherACircuitOrAnErrorThatNamesAColumnInsideIt() {
        RandomGenerator random = new SplittableRandom(11);
        String alphabet = "RCLQWGTOp()[],-+|/{}=:_0159. FEo\n%";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder b = new StringBuilder();
            for (int k = random.nextInt(14); k >= 0; k--) {
                b.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                Circuit c = parse(b.toString());
                assertEquals(c, parse(c.dashed()), b.toString());
            } catch (CircuitSyntaxException e) {
                String[] lines = b.toString().split("\n", -1);
                assertTrue(e.line() >= 1 && e.line() <= lines.length && e.column() >= 1
                        && e.column() <= lines[e.line() - 1].length() + 1, b + ": " + e.getMessage());
            }
        }
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
