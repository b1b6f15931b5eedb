package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.DelimitedText;
import org.interphase.io.StatedColumns;
import org.interphase.io.TableFile;
import org.interphase.io.TextBlock;
import org.interphase.io.TextDecoder;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;

/**
 * Spectra as columns of text (.csv, .txt, .dpt of Bruker, .asp of PerkinElmer) or of a workbook (.xlsx): a column is
 * the abscissa, the others are spectra. Headings say what they are; where they do not, a person does.
 */
public final class SpectrumTextReader implements DatasetReader {

    @Override
    public String id() {
        return "vibrational.text";
    }

    @Override
    public String title() {
        return "Spectrum as text or workbook (CSV, DPT, ASP, XLSX)";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "dpt", "asp", "tsv", "dat", "xlsx");
    }

    @Override
    public List<String> kinds() {
        return List.of("raman", "ftir.absorbance", "ftir.transmittance", "ftir.reflectance", "ftir.single-beam",
                "ftir.kubelka-munk", "curve");
    }

    @Override
    public int confidence(SourceHead file) {
        SourceHead head = TableFile.head(file);
        if (!head.isText()) {
            return 0;
        }
        if (head.hasExtension("asp")) {
            return AspText.looksLike(head.text()) ? 85 : 0;
        }
        boolean said = head.stated().kind().filter(k -> !k.equals(SpectrumType.PLAIN)).isPresent()
                && StatedColumns.suits(head, kinds());
        int columns = DelimitedText.columnsIn(head);
        if (columns < 2) {
            return 0;
        }
        TextBlock table = table(head);
        SpectrumColumns found = table == null ? null : SpectrumColumns.find(head.name(), head.stated(), table);
        if (found == null) {
            boolean named = table != null && head.stated().kind().isEmpty() && SpectrumColumns.isNamedRaman(head.name(),
                    table, table.numericColumns().isEmpty() ? new double[0] : table.numericColumns().get(0).values());
            return said ? StatedColumns.SURE : named ? 48 : 0;
        }
        boolean known = found.spectra().stream().anyMatch(c -> !found.evidence(c).decide().type().isPlain());
        return known ? SpectrumEvidence.words(head.name()) != SpectrumEvidence.Technique.UNSAID ? 78 : 70
                : said ? StatedColumns.SURE : 0;
    }

    /** The table at the beginning of a file under the headings stated; null where there is none. */
    private static TextBlock table(SourceHead head) {
        boolean cut = head.size() > head.bytes().length;
        try {
            String text = TextDecoder.decode(head.name(), head.bytes());
            int end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
            DelimitedText parsed = DelimitedText.parse(head.name(), cut && end > 0 ? text.substring(0, end + 1) : text,
                    null, head.stated());
            return StatedColumns.of(parsed.table(), head.stated()).block();
        } catch (DatasetFormatException e) {
            // said again, with its position, when the file is read
            return null;
        }
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        if (source.extension().equals("asp")) {
            return List.of(AspText.read(source));
        }
        TableFile file = TableFile.read(source, progress);
        List<Dataset> out = new ArrayList<>();
        int left = 0;
        for (TextBlock block : file.blocks()) {
            StatedColumns said = StatedColumns.of(block, source.stated());
            SpectrumColumns columns = SpectrumColumns.find(source.name(), source.stated(), said.block());
            if (columns == null) {
                left++;
            } else {
                add(out, columns, said, file.workbook().isPresent() ? block.sheet() : "", progress);
            }
        }
        if (out.isEmpty()) {
            TextBlock table = file.table();
            if (table.numericColumns().size() < 2) {
                throw new DatasetFormatException(source.name(), table.position(0, 0),
                        "a spectrum needs two columns, abscissa and ordinate");
            }
            StatedColumns said = StatedColumns.of(table, source.stated());
            add(out, SpectrumColumns.unheaded(source.name(), source.stated(), said.block()), said, "", progress);
            left = file.blocks().size() - 1;
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), file.table().position(0, 0),
                    "no column of numbers follows the abscissa");
        }
        if (left > 0) {
            Dataset first = out.get(0);
            out.set(0, first.withHeader(first.header().remarking(Remark.warning("The file has " + left + (left == 1
                    ? " more block" : " more blocks") + " of rows without the heading of a spectrum; what they hold is "
                    + "left out."))));
        }
        return out;
    }

    private static void add(List<Dataset> out, SpectrumColumns columns, StatedColumns said, String sheet,
            Progress progress) throws DatasetFormatException {
        for (SpectrumColumns.Pair pair : columns.spectra()) {
            progress.checkCancelled();
            Dataset d = columns.dataset(pair);
            String name = sheet.isEmpty() || d.name().contains(sheet) ? d.name() : d.name() + " " + sheet;
            String own = out.stream().anyMatch(o -> o.name().equals(name)) ? name + " #" + (out.size() + 1) : name;
            out.add(d.withHeader(said.remark(d.header()).withName(own)));
        }
    }
}
