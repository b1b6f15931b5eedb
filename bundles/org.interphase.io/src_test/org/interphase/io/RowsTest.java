package org.interphase.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.DatasetFormatException;
import org.interphase.model.Remark;
import org.junit.jupiter.api.Test;

/** A row is decided for itself: what is missing in one neither cuts nor splits the data, and is named. */
class RowsTest {

    private static TextBlock only(String text) throws DatasetFormatException {
        DelimitedText t = DelimitedText.parse("t.csv", text);
        assertEquals(1, t.blocks().size(), text);
        return t.table();
    }

    private static CompleteRows two(String text) throws DatasetFormatException {
        return only(text).complete(0, 1);
    }

    private static String remark(CompleteRows rows) {
        return String.join(" | ", rows.remarks().stream().map(Remark::text).toList());
    }

    @Test
    void aMissingCellDropsItsRowAndNamesIt() throws Exception {
        String[] gaps = {"3,\n", ",4\n", "3\n", "3,NaN\n", "3,n/a\n", "3,--\n", ",\n", "#N/A,4\n", "3,\"\"\n"};
        for (String gap : gaps) {
            for (int at = 0; at < 6; at++) {
                StringBuilder text = new StringBuilder("x,y\n");
                for (int i = 0; i < 6; i++) {
                    text.append(i == at ? gap : i + ".5," + 2 * i + "\n");
                }
                CompleteRows rows = two(text.toString());
                boolean outside = gap.equals(",\n") && (at == 0 || at == 5);
                assertEquals(5, rows.size(), text.toString());
                assertTrue(outside ? rows.remarks().isEmpty() : remark(rows).startsWith("Line " + (at + 2) + " was "
                        + "left out"), text + remark(rows));
                for (int i = 0, k = 0; i < 6; i++) {
                    if (i != at) {
                        assertEquals(i + 0.5, rows.values(0)[k]);
                        assertEquals(2 * i, rows.values(1)[k]);
                        assertEquals(i + 2, rows.line(k++));
                    }
                }
            }
        }
    }

    @Test
    void theColumnThatLacksANumberIsNamed() throws Exception {
        assertEquals("Line 3 was left out: there is no number in 'Counts'.",
                remark(two("Energy (eV),Counts\n1,2\n2,\n3,4\n4,5\n")));
        assertEquals(Remark.Level.WARNING, two("x,y\n1,2\n2,\n3,4\n").remarks().get(0).level());
    }

    @Test
    void aRepeatedAbscissaIsFoundAtItsLine() throws Exception {
        CompleteRows rows = two("x,y\n\n1,2\n2,\n3,4\n1,5\n4,6\n");
        assertEquals("line 6", rows.place(rows.repeated(0)));
        assertEquals(-1, rows.repeated(1));
    }

    @Test
    void manyRowsAreSummedUp() throws Exception {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 40; i++) {
            text.append(i).append(',').append(i % 4 == 2 ? "" : "7.5").append('\n');
        }
        CompleteRows rows = two(text.toString());
        assertEquals(30, rows.size());
        assertEquals("10 lines were left out: there is no number in 'y' (lines 4, 8, 12, 16, 20 and 5 more).",
                remark(rows));
    }

    @Test
    void halfAnEmptyColumnStaysHalfAColumn() throws Exception {
        StringBuilder text = new StringBuilder("x,y,z\n");
        for (int i = 0; i < 20; i++) {
            text.append(i).append(',').append(i % 2 == 0 ? "" : "1").append(",5\n");
        }
        TextBlock b = only(text.toString());
        assertEquals(20, b.rows());
        assertEquals(10, b.complete(0, 1).size());
        assertEquals(20, b.complete(0, 2).size());
        assertTrue(b.complete(0, 2).remarks().isEmpty());
    }

    @Test
    void columnsOfUnequalLengthAreNoLoss() throws Exception {
        TextBlock b = only("x,y,u,v\n1,2,1,5\n2,3,2,6\n3,4,,\n4,5,,\n");
        assertEquals(2, b.complete(2, 3).size());
        assertTrue(b.complete(2, 3).remarks().isEmpty());
        assertEquals(4, b.complete(0, 1).size());
        b = only("x,y,u,v\n1,2,,\n2,3,1,5\n3,4,2,6\n");
        assertEquals(2, b.complete(2, 3).size());
        assertTrue(b.complete(2, 3).remarks().isEmpty());
    }

    @Test
    void theFirstRowsMayLackCells() throws Exception {
        for (String t : new String[] {"x,y\n1\n2,3\n3,4\n", "x,y\n,\n1,\n2,3\n3,4\n", "x,y\n\n1\n2,3\n3,4\n",
            "x,y\n1,\n\n2,3\n3,4\n", "x,y\n2,3\n3,4\n\n4,\n",
            "x,y\n#N/A,#N/A\n#N/A,1\n2,3\n3,4\n", "x\ty\n\t#N/A\n\t5\n2\t3\n3\t4\n"}) {
            CompleteRows rows = two(t);
            assertArrayEquals(new double[] {2, 3}, rows.values(0), t);
            assertTrue(remark(rows).contains("left out"), t);
        }
    }

    @Test
    void rowsMayEndWithTheirLastCell() throws Exception {
        TextBlock b = only("x,y,u,v\n1,2,1,5\n2,3,2,6\n3,4\n4,5\n");
        assertEquals(4, b.complete(0, 1).size());
        assertEquals(2, b.complete(2, 3).size());
        b = only("x,y,u,v\n1,2\n2,3,2,6\n3,4,3,7\n");
        assertEquals(3, b.complete(0, 1).size());
        assertEquals(2, b.complete(2, 3).size());
    }

    @Test
    void aShortRowAmongBlanksIsLeftOutAndNamed() throws Exception {
        CompleteRows rows = two("x y\n1 2\n2 3\n3\n4 5\n5 6\n");
        assertArrayEquals(new double[] {1, 2, 4, 5}, rows.values(0));
        assertTrue(remark(rows).startsWith("Line 4 was left out: there are fewer fields"), remark(rows));
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> two("1 2\n3\n4 5\n6\n7 8\n9\n1 2\n7\n5 6\n7 8\n"));
        assertTrue(e.getMessage().contains("too many rows have fewer fields"), e.getMessage());
    }

    @Test
    void aBlankLineIsNamedUnlessAllAreDoubled() throws Exception {
        assertEquals("Line 4 was passed over: it is blank.", remark(two("x,y\n1,2\n2,3\n\n3,4\n4,5\n5,6\n")));
        assertTrue(two("x,y\n\n1,2\n\n2,3\n\n3,4\n\n").remarks().isEmpty());
    }

    @Test
    void aCommentAmongTheRowsIsPassedOver() throws Exception {
        CompleteRows rows = two("x,y\n1,2\n2,3\n# lamp changed\n3,4\n#3.5,9\n4,5\n");
        assertArrayEquals(new double[] {1, 2, 3, 4}, rows.values(0));
        assertEquals("2 lines were passed over: they are marked as comments (lines 4, 6).", remark(rows));
        assertArrayEquals(new double[] {1, 2, 3, 4}, two("x y\n1 2\n2 3\n# lamp changed\n3 4\n4 5\n").values(0));
        // the second scan begins anew
        assertEquals(2, DelimitedText.parse("t.xy", "# x y\n1 2\n2 3\n# x y\n1 2\n2 3\n").blocks().size());
    }

    @Test
    void noHalfNumberBecomesAValue() throws Exception {
        String whole = "Binding Energy (eV),Counts\n";
        for (int i = 0; i < 30; i++) {
            whole += String.format(java.util.Locale.ROOT, "%.3f,%d%n", 694 - 0.1 * i, 2764 + (i * 7919) % 97)
                    .replace(System.lineSeparator(), "\n");
        }
        check(whole, 4);
        StringBuilder b = new StringBuilder("f\tre\tim\n");
        for (int i = 0; i < 20; i++) {
            b.append(Math.pow(10, 6 - 0.1 * i)).append('\t').append(20 + Math.sin(i)).append('\t').append(-0.1 * i)
                    .append('\n');
        }
        check(b.toString(), 2);
        b = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            b.append(String.format(java.util.Locale.ROOT, "%12.4E  %12.4E%n", 1e-3 * i, 5e9 / (i + 1)));
        }
        check(b.toString().replace(System.lineSeparator(), "\n"), 2);
        b = new StringBuilder("x;y\n");
        for (int i = 0; i < 40; i++) {
            b.append(i).append(";").append(980 + i).append('\n');
        }
        check(b.toString(), 2);
    }

    /** Columns of one number, as sizes of a specimen are, leave delimiters behind the numbers of the last row. */
    @Test
    void aLastRowWithAllItsDelimitersIsWhole() throws Exception {
        String rows = "x,y,d\n0,1.25,7.1\n0.5,1.5,\n1,1.75,\n1.5,2,\n2,2.25,\n2.5,2.5,\n3,2,";
        assertEquals(7, two(rows).size());
        assertEquals(6, two(rows.substring(0, rows.length() - 1)).size());
    }

    /** Cut at every character, a text gives whole rows of the whole text only, and no row but the last is lost. */
    private static void check(String whole, int from) throws Exception {
        CompleteRows all = two(whole);
        String[] lines = whole.split("\n");
        int first = all.line(0) - 1;
        int shortest = 0;
        for (int i = 0; i < first + from; i++) {
            shortest += lines[i].length() + 1;
        }
        for (int n = shortest; n <= whole.length(); n++) {
            String cut = whole.substring(0, n);
            CompleteRows rows = two(cut);
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(all.values(0)[i], rows.values(0)[i], cut);
                assertEquals(all.values(1)[i], rows.values(1)[i], cut);
            }
            int lineEnds = (int) cut.chars().filter(c -> c == '\n').count() - first;
            assertTrue(rows.size() == lineEnds || rows.size() == lineEnds + 1, cut);
            if (rows.size() == lineEnds && !cut.lines().toList().getLast().isBlank() && !cut.endsWith("\n")) {
                assertTrue(remark(rows).contains("the file ends within this row"), cut.lines().toList() + remark(rows));
            }
        }
    }
}
