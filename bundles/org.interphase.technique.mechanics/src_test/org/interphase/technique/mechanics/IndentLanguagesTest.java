package org.interphase.technique.mechanics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Table;
import org.interphase.technique.mechanics.indent.IndentTable;
import org.interphase.technique.mechanics.reader.IndentReader;
import org.junit.jupiter.api.Test;

/** Indents as programs of other languages export them: decimal commas, a row of units, short names of columns. */
class IndentLanguagesTest {

    private static Source file(String headings, String units, String separator) {
        StringBuilder out = new StringBuilder(headings).append('\n').append(units.isEmpty() ? "" : units + "\n");
        for (int i = 0; i <= 120; i++) {
            double depth = i <= 80 ? 5 * i : 400 - 1.5 * (i - 80);
            double load = i <= 80 ? 2.5e-5 * depth * depth : 4 * Math.pow(1 - 1.5 * (i - 80) / 150, 1.5);
            out.append(String.format(Locale.GERMANY, "%.3f%s%.5f%s%.2f%n", depth, separator, load, separator, 0.1 * i));
        }
        return Source.of("messung.txt", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void depthAndLoadAreFoundWhateverTheLanguage() throws Exception {
        for (Source s : List.of(file("Eindringtiefe;Kraft;Zeit", "nm;mN;s", ";"),
                file("Eindringtiefe [nm]\tPr\u00fcfkraft [mN]\tZeit [s]", "", "\t"),
                file("Enfoncement (nm);Force (mN);Time (s)", "", ";"),
                file("Pd [nm]\tFn [mN]\tTime [s]", "", "\t"))) {
            IndentReader reader = new IndentReader();
            assertTrue(reader.confidence(SourceHead.of(s)) > 60, "recognised");
            Table t = (Table) reader.read(s, Progress.none()).get(0);
            assertEquals(400, t.column(IndentTable.DEPTH).orElseThrow().max(), 1e-9);
            assertEquals(4, t.column(IndentTable.FORCE).orElseThrow().max(), 1e-9);
            assertEquals(12, t.column(IndentTable.TIME).orElseThrow().max(), 1e-9);
        }
    }
}
