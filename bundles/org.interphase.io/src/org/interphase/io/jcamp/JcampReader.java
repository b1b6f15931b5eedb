package org.interphase.io.jcamp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;

/**
 * JCAMP-DX files of no technique installed (UV/VIS, NMR, EPR, mass spectra, graphs): each table as a plain curve over
 * the axis the file states, peak tables as tables.
 */
public final class JcampReader implements DatasetReader {

    /** Largest file read: 256 MiB. */
    public static final long LIMIT = 1L << 28;

    private static final Pattern TITLE = Pattern.compile(
            "(?is)^\\uFEFF?(\u00ef\u00bb\u00bf)?\\s*(\\$\\$[^\\n]*\\n\\s*)*"
            + "##\\s*TITLE\\s*=.*");

    @Override
    public String id() {
        return "io.jcamp";
    }

    @Override
    public String title() {
        return "JCAMP-DX (any type of data)";
    }

    @Override
    public List<String> extensions() {
        return List.of("jdx", "dx", "jcm", "jcamp");
    }

    @Override
    public List<String> kinds() {
        return List.of("curve", "table");
    }

    /** Whether a file begins as JCAMP-DX does. */
    public static boolean isJcamp(SourceHead head) {
        return TITLE.matcher(head.text()).matches();
    }

    @Override
    public int confidence(SourceHead head) {
        return isJcamp(head) ? 92 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        JcampBlock outer = JcampParser.parse(file, source.readAll(LIMIT));
        List<Dataset> out = new ArrayList<>();
        for (JcampBlock block : outer.withTables()) {
            for (JcampTable table : block.tables()) {
                progress.checkCancelled();
                Dataset d = JcampDatasets.plain(file, outer, block, table);
                out.add(JcampDatasets.dataType(outer, block).isEmpty() ? d.withHeader(d.header().remarking(
                        Remark.warning("The file does not state its type of data (##DATA TYPE=); say it, for "
                                + "example with --as raman or --as ftir.absorbance."))) : d);
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(file, "line " + outer.line(), "the file has no data table");
        }
        return out;
    }
}
