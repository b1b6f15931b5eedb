package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines that are passed over on the way to the headings of a cycler's table could have headed no column. */
class LinesWithoutWordsTest {

    private static final String MARKS = "0123456789.,;:|/\t +-#%\"'()[]_=*\u00b0";

    @Test
    void nothingInALineWithoutWordsNamesAColumn() {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            StringBuilder line = new StringBuilder();
            for (int k = random.nextInt(1, 40); k > 0; k--) {
                line.append(MARKS.charAt(random.nextInt(MARKS.length())));
                if (random.nextInt(9) == 0 && Character.isDigit(line.charAt(line.length() - 1))) {
                    line.append(random.nextBoolean() ? "e-" : "E");
                }
            }
            assertTrue(TextHead.isWithoutWords(line.toString()), line.toString());
            for (char d : new char[] {'\t', ',', ';', '|', ' '}) {
                for (String cell : LineFields.of(line.toString(), d)) {
                    assertTrue(RecordHeading.of(cell).role().isEmpty(), cell);
                }
            }
        }
    }

    @Test
    void shortAndForeignHeadingsAreFoundBelowNumbers() {
        for (String headings : List.of("t,U,I", "E,t,I", "时间,电压,电流", "Zeit;Spannung;Strom", "1e,t,E")) {
            assertFalse(TextHead.isWithoutWords(headings), headings);
            String text = "2026,11\n1.0E-3 7\n" + headings + "\n0,3.1,0.2\n1,3.2,0.2\n2,3.3,0.2\n";
            TextHead head = TextHead.of(text.getBytes(StandardCharsets.UTF_8), List.of());
            assertEquals(2, head.headingLine(), headings);
        }
    }
}
