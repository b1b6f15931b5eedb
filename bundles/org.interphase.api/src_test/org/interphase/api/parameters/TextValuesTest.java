package org.interphase.api.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What people write is read as they mean it, and reads back. */
class TextValuesTest {

    @Test
    void constraintsAreReadAsWritten() {
        assertEquals(Constrained.AUTO, Constrained.parse("auto"));
        assertEquals(Constrained.AUTO, Constrained.parse(""));
        assertEquals(Constrained.free(685), Constrained.parse("685.0"));
        assertEquals(Constrained.bounded(685, 684.5, 685.5), Constrained.parse(" 685 [684.5 , 685.5] "));
        assertEquals(Constrained.bounded(685, 684.5, Double.POSITIVE_INFINITY), Constrained.parse("685 [684.5,]"));
        assertEquals(Constrained.bounded(685, Double.NEGATIVE_INFINITY, 686), Constrained.parse("685[,686]"));
        assertEquals(Constrained.bounded(Double.NaN, 684, 686), Constrained.parse("auto [684, 686]"));
        assertEquals(Constrained.fixed(-1.5e-3), Constrained.parse("fixed -1.5e-3"));
        assertEquals(Constrained.tied("CF2", 1, 0), Constrained.parse("= CF2"));
        assertEquals(Constrained.tied("CF2", 1, -3.1), Constrained.parse("= CF2 - 3.1"));
        assertEquals(Constrained.tied("CF2", 1, 3.1), Constrained.parse("=CF2 + 3.1"));
        assertEquals(Constrained.tied("CF2", 0.5, 0), Constrained.parse("= CF2 * 0.5"));
        assertEquals(Constrained.tied("CF2", 0.5, 0), Constrained.parse("= 0.5 * CF2"));
        assertEquals(Constrained.tied("CF2.fwhm", 2, -0.1), Constrained.parse("= CF2.fwhm * 2 - 0.1"));
        assertEquals(Constrained.tied("C-C/C-H", 1, 1.5), Constrained.parse("= C-C/C-H + 1.5"));
        assertEquals(Constrained.tied("C=O", 1, 0), Constrained.parse("= C=O"));
        assertEquals(Constrained.tied("2p 3/2", 0.5, 0), Constrained.parse("= 2p 3/2 * 0.5"));
    }

    @Test
    void constraintsReadBack() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double v = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
            Constrained c = switch (i % 6) {
                case 0 -> Constrained.free(v);
                case 1 -> Constrained.bounded(v, v - random.nextDouble(), v + random.nextDouble());
                case 2 -> Constrained.fixed(v);
                case 3 -> Constrained.tied("CF2", random.nextDouble(), v);
                case 4 -> Constrained.bounded(Double.NaN, v, v + 1);
                default -> Constrained.tied("C-C.fwhm", v, 0);
            };
            assertEquals(c, Constrained.parse(c.toString()), c.toString());
        }
    }

    @Test
    void impossibleConstraintsAreRefused() {
        for (String wrong : List.of("685 [686, 684]", "600 [684, 686]", "fixed", "fixed auto", "about 3", "685 684",
                "[1, 2]", "685 (1, 2)", "NaN")) {
            assertThrows(IllegalArgumentException.class, () -> Constrained.parse(wrong), wrong);
        }
    }

    @Test
    void aNewStartStaysWithinTheBounds() {
        assertEquals(685.5, Constrained.bounded(685, 684.5, 685.5).withStart(700).start());
        assertTrue(Constrained.tied("a", 1, 0).withStart(3).isTied());
    }

    @Test
    void rangesReadBack() {
        assertEquals(new Range(682, 692), Range.parse("692 .. 682"));
        assertEquals(new Range(-1e-3, 2.5), Range.parse("-1e-3..2.5"));
        assertEquals(Range.ALL, Range.parse("ALL"));
        assertEquals(Range.ALL, Range.parse(Range.ALL.toString()));
        Random random = new Random(6);
        for (int i = 0; i < 1000; i++) {
            double a = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
            Range r = new Range(a, a + Math.abs(a) + random.nextDouble());
            assertEquals(r, Range.parse(r.toString()));
        }
        assertTrue(Range.parse("1 .. 2").contains(2) && !Range.parse("1 .. 2").contains(2.01));
        for (String wrong : List.of("1", "1 - 2", "1 .. 1", "a .. b", "1 ..", "NaN .. 2")) {
            assertThrows(IllegalArgumentException.class, () -> Range.parse(wrong), wrong);
        }
    }

    @Test
    void regionsReadBack() {
        for (String text : List.of("all", "rectangle 10,20 300,200", "ellipse 0.5,1 3,4", "line 0,0 100,50",
                "polygon 1,1 20,3 9,30")) {
            assertEquals(text, Region.parse(text).toString());
            assertEquals(Region.parse(text), Region.parse(Region.parse(text).toString()));
        }
        for (String wrong : List.of("circle 1,1 2,2", "rectangle 1,1", "polygon 1,1 2,2", "line 1 2", "line a,b c,d")) {
            assertThrows(IllegalArgumentException.class, () -> Region.parse(wrong), wrong);
        }
    }

    @Test
    void pathsAreResolvedAgainstAFolder() {
        Path folder = Path.of("project").toAbsolutePath();
        assertEquals(folder.resolve("tables/a.csv").toString(),
                FilePath.parse("tables/./a.csv").resolvedAgainst(folder).text());
        assertTrue(FilePath.NONE.resolvedAgainst(folder).isNone());
    }

    @Test
    void nearNamesAreSuggested() {
        List<String> known = List.of("xps/f1s-lif-cf2", "xps/survey", "raman/carbon");
        assertEquals(List.of("xps/f1s-lif-cf2"), Suggestions.near("xps/f1s-lif-cf", known));
        assertEquals(List.of("xps/f1s-lif-cf2"), Suggestions.near("f1s", known));
        assertEquals(List.of("xps/survey"), Suggestions.near("XPS/SURVYE", known));
        assertEquals(List.of(), Suggestions.near("impedance", known));
        assertEquals("; did you mean 'raman/carbon'?", Suggestions.phrase("raman/cabron", known));
        assertEquals("", Suggestions.phrase("zzz", known));
        assertEquals(1, Suggestions.distance("fwmh", "fwhm"));
        assertFalse(Suggestions.near("f", known).contains("raman/carbon"));
    }

    @Test
    void regionsTellWhatLiesInside() {
        Region notch = Region.parse("polygon 0,0 10,0 10,10 5,2 0,10");
        assertTrue(notch.contains(1, 5));
        assertTrue(notch.contains(9, 5));
        assertFalse(notch.contains(5, 5), "in the notch");
        Region ellipse = Region.parse("ellipse 10,20 30,60");
        assertTrue(ellipse.contains(20, 59));
        assertFalse(ellipse.contains(11, 21), "in the corner of its box");
        assertTrue(Region.parse("rectangle 30,60 10,20").contains(11, 21), "corners in any order");
        assertTrue(Region.ALL.contains(-1, 1e9));
        assertFalse(Region.parse("line 0,0 10,10").contains(5, 5));
        assertEquals(Region.parse("ellipse 5,10 15,30"), ellipse.coarser(2));
    }
}
