package org.interphase.technique.xps.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.DelimitedText;
import org.interphase.io.TextBlock;
import org.interphase.model.Dataset;
import org.interphase.technique.xps.reference.CoreLevel;

/**
 * XPS data as columns of text: exports of CasaXPS with background and components, SPECS (.xy), Scienta (.txt with
 * sections), Avantage and PHI tables, and any table whose first heading is a binding or kinetic energy.
 */
public final class XpsTextReader implements DatasetReader {

    private static final Pattern CASA = Pattern.compile("Characteristic Energy "
            + "eV[\\s,;]+[0-9.eE+]+[\\s,;]+Acquisition Time");
    private static final Pattern SCIENTA = Pattern.compile("(?s)\\[Info\\].*\\[Region 1\\].*Dimension 1 name=.*Energy");
    private static final Pattern SPECS = Pattern.compile("(?m)^#\\s*(Excitation Energy|Spectrum ID|Analyzer "
            + "Lens|Group):");
    // the abbreviations in capitals only: "be" is a word of many a comment
    private static final Pattern HEADING = Pattern.compile("(?m)^[^\\n]{0,60}?((?i:binding[ _]energy|kinetic[ _]energy)"
            + "|\\bB\\.?E\\.?(?=[\\s,;_/(\\[])|\\bK\\.E\\.)");
    private static final Pattern XPS_WORDS = Pattern.compile("(?i)\\b(xps|pass energy|counts / s|cps|al k|mg k)\\b");

    @Override
    public String id() {
        return "xps.text";
    }

    @Override
    public String title() {
        return "XPS text export (CasaXPS, SPECS, Scienta, Avantage, generic)";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "xy", "dat", "asc");
    }

    @Override
    public List<String> kinds() {
        return List.of("xps.region", "xps.survey");
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.isText()) {
            return 0;
        }
        String t = head.text();
        if (CASA.matcher(t).find() || SCIENTA.matcher(t).find()) {
            return 88;
        }
        int columns = DelimitedText.columnsIn(head);
        if (columns < 2) {
            return 0;
        }
        if (SPECS.matcher(t).find()) {
            return 85;
        }
        if (HEADING.matcher(t).find()) {
            return XPS_WORDS.matcher(t).find() ? 80 : 65;
        }
        // a telling file name and nothing against it
        return columns == 2 && !CoreLevel.in(head.name()).isEmpty() ? 35 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        DelimitedText text = DelimitedText.read(source);
        List<Dataset> out = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<String, String> inherited = new LinkedHashMap<>();
        List<String> reasons = new ArrayList<>();
        for (TextBlock block : text.blocks()) {
            progress.checkCancelled();
            // a region inherits what the file said before, as SPECS and Scienta write it
            inherited.putAll(block.properties());
            if (block.numericColumns().size() < 2 || block.rows() < 3) {
                reasons.add("line " + block.line(0) + ": fewer than two columns or three rows");
                continue;
            }
            ColumnsToRegions columns = new ColumnsToRegions(source.name(), block, inherited, names);
            if (columns.isWithoutEnergy()) {
                reasons.add("line " + block.line(0) + ": values over an index, as of an alignment at fixed energy");
                continue;
            }
            out.addAll(columns.regions());
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "no region was found"
                    + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons).toLowerCase(Locale.ROOT) + ")"));
        }
        return out;
    }
}
