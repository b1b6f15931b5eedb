package org.interphase.technique.xps.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.Sheet;
import org.interphase.io.TableFile;
import org.interphase.io.Workbook;
import org.interphase.model.Dataset;

/**
 * Workbooks as Thermo Avantage exports them: one sheet per region with a row of headings ("Binding Energy (E)"), a
 * row of units ("eV", "Counts / s") and the data below; acquisition parameters as label and value beside each other.
 * Sheets without such headings (peak tables, titles) are passed over; {@link AvantageFit columns of a fit} beside a
 * single signal are kept with it. Other workbooks with columns of energies are {@link XpsTextReader}'s.
 */
public final class AvantageReader implements DatasetReader {

    private static final Pattern ENERGY = Pattern.compile("(?i)(^|\\t)(binding|kinetic) energy \\(e\\)(?=\\t|$)",
            Pattern.MULTILINE);
    /** Headings of the table of peaks, which stands before the regions. */
    private static final Pattern PEAKS = Pattern.compile("(?i)\\bStart BE\\t.*\\bPeak BE\\t.*\\bEnd BE\\b");

    @Override
    public String id() {
        return "xps.xlsx";
    }

    @Override
    public String title() {
        return "XPS workbook (Thermo Avantage .xlsx)";
    }

    @Override
    public List<String> extensions() {
        return List.of("xlsx");
    }

    @Override
    public List<String> kinds() {
        return List.of("xps.region", "xps.survey");
    }

    @Override
    public int confidence(SourceHead head) {
        if (!Workbook.is(head)) {
            return 0;
        }
        String text = TableFile.head(head).text();
        return ENERGY.matcher(text).find() ? 85 : PEAKS.matcher(text).find() ? 60 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<Dataset> out = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Sheet sheet : Workbook.read(source, progress).sheets()) {
            progress.checkCancelled();
            for (int r = 0; r < sheet.height(); r++) {
                int energy = energyColumn(sheet, r);
                if (energy >= 0 && isData(sheet, r, energy)) {
                    out.addAll(new AvantageSheet(source, sheet, r, energy).regions(names));
                    break;
                }
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), "",
                    "no sheet has a heading 'Binding Energy' with numbers and counts below");
        }
        return out;
    }

    private static int energyColumn(Sheet s, int row) {
        for (int c = 0; c < s.width(row); c++) {
            String t = s.text(row, c).strip().toLowerCase(Locale.ROOT);
            if (t.startsWith("binding energy") || t.startsWith("kinetic energy")) {
                return c;
            }
        }
        return -1;
    }

    /** Whether a units row "eV" or a number follows; a peak table with such a heading has neither counts nor this. */
    private static boolean isData(Sheet s, int heading, int energy) {
        return AvantageSheet.signals(s, heading, energy).length > 0
                && (s.text(heading + 1, energy).strip().equalsIgnoreCase("eV")
                        || !Double.isNaN(s.number(heading + 1, energy)));
    }
}
