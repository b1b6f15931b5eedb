package org.interphase.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;

/** Spreadsheets that are not read, so that their refusal says what they are and what to do. */
final class OtherSpreadsheets implements DatasetReader {

    private static final String OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";

    @Override
    public String id() {
        return "io.other-spreadsheets";
    }

    @Override
    public String title() {
        return "Other spreadsheets (.xls before 1997, .xlsb, .ods): not read, to be saved as .xlsx or CSV";
    }

    @Override
    public List<String> extensions() {
        return List.of("xls", "xlsb", "ods");
    }

    @Override
    public List<String> kinds() {
        return List.of("table");
    }

    @Override
    public int confidence(SourceHead head) {
        return what(head).isEmpty() ? 0 : 90;
    }

    private static String what(SourceHead head) {
        // a compound file is the container of .xls and of encrypted .xlsx
        boolean compound = CompoundFile.is(head) && !LegacyWorkbook.is(head);
        if (compound && head.hasExtension("xls", "xlt", "xla")) {
            return "a workbook of Excel before 1997, or a damaged one (.xls)";
        }
        if (compound && head.hasExtension("xlsx", "xlsm", "xlsb")) {
            return "a workbook that is encrypted with a password, or an old one under a new name";
        }
        if (!head.hasBytes(0, 'P', 'K', 3, 4)) {
            return "";
        }
        if (new String(head.bytes(), 0, Math.min(200, head.bytes().length), StandardCharsets.ISO_8859_1)
                .contains(OPEN_DOCUMENT)) {
            return "an OpenDocument spreadsheet (.ods)";
        }
        try {
            return ZipParts.open(head.source()).has("xl/workbook.bin") ? "a binary workbook (.xlsb)" : "";
        } catch (IOException e) {
            // a damaged archive is somebody else's
            return "";
        }
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String what = what(SourceHead.of(source));
        throw new DatasetFormatException(source.name(), "byte 0", (what.isEmpty() ? "no spreadsheet of a known kind"
                : "this is " + what + ", which is not read") + "; save it as .xlsx or CSV");
    }
}
