package org.interphase.technique.xps.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.io.DelimitedText;
import org.interphase.io.StatedColumns;
import org.interphase.io.TableFile;
import org.interphase.io.TextBlock;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;

/**
 * XPS data as columns of text: exports of CasaXPS with background and components, SPECS (.xy), Scienta (.txt with
 * sections), and any table, of a text or a workbook, that has a column headed as binding or kinetic energy.
 */
public final class XpsTextReader implements DatasetReader {

    private static final Pattern CASA = Pattern.compile("Characteristic Energy "
            + "eV[\\s,;]+[0-9.eE+]+[\\s,;]+Acquisition Time");
    private static final Pattern SCIENTA = Pattern.compile("(?s)\\[Info\\].*\\[Region 1\\].*Dimension 1 name=.*Energy");
    private static final Pattern XPS_WORDS = Pattern.compile("(?i)\\b(xps|pass energy|counts ?/ ?s|cps|al k|mg k)\\b");
    private static final int NAMED = 5;
    private static final Pattern SIGNAL = Pattern.compile("(counts?|cps|intensit|impuls|zahl|coups|signal)");

    @Override
    public String id() {
        return "xps.text";
    }

    @Override
    public String title() {
        return "XPS columns of text or workbooks (CasaXPS, SPECS, Scienta, generic)";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "xy", "dat", "asc", "xlsx");
    }

    @Override
    public List<String> kinds() {
        return List.of("xps.region", "xps.survey");
    }

    @Override
    public int confidence(SourceHead head) {
        SourceHead table = TableFile.head(head);
        if (!table.isText()) {
            return 0;
        }
        String t = table.text();
        if (CASA.matcher(t).find() || SCIENTA.matcher(t).find()) {
            return 88;
        }
        if (StatedColumns.suits(table, kinds())) {
            return StatedColumns.SURE;
        }
        return DelimitedText.columnsIn(table) < 2 ? 0 : ofColumns(table, t);
    }

    /** How sure the columns at the beginning of a file make: it is an axis of electron energies that counts. */
    private static int ofColumns(SourceHead head, String text) {
        int end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
        List<TextBlock> blocks;
        Map<String, String> properties = new LinkedHashMap<>();
        try {
            blocks = DelimitedText.parse(head.name(), head.size() > head.bytes().length ? text.substring(0, end)
                    : text).blocks();
            blocks.forEach(b -> properties.putAll(HeaderFacts.of(b)));
        } catch (DatasetFormatException e) {
            // whatever is damaged, the reader that is sure of the file says so
            return 0;
        }
        if (new HeaderFacts(properties).isOfAnalyser()) {
            return 85;
        }
        boolean words = XPS_WORDS.matcher(text).find();
        return blocks.stream().mapToInt(b -> ofBlock(b, words)).max().orElse(0);
    }

    private static int ofBlock(TextBlock block, boolean words) {
        for (int i = 0; i + 1 < block.columns().size(); i++) {
            Optional<EnergyHeading> energy = EnergyHeading.of(block.columns().get(i));
            if (energy.isPresent()) {
                boolean counted = SIGNAL.matcher(EnergyHeading.plain(block.columns().get(i + 1).heading())).find();
                // a molecular dynamics run has kinetic, a docking table binding energies; neither is an axis
                return !isAxis(block.trimmed(i)) ? 0 : words ? 80 : counted || energy.get() == EnergyHeading.BINDING
                        ? 65 : 0;
            }
        }
        return 0;
    }

    /** Whether values go one way, or one way several times over (scans one below the other). */
    private static boolean isAxis(double[] x) {
        int up = 0;
        int down = 0;
        for (int i = 1; i < x.length; i++) {
            up += x[i] > x[i - 1] ? 1 : 0;
            down += x[i] < x[i - 1] ? 1 : 0;
        }
        return x.length >= 3 && Math.max(up, down) >= 0.9 * (x.length - 1);
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        TableFile table = TableFile.read(source, progress);
        List<Dataset> out = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<String, String> inherited = new LinkedHashMap<>();
        List<String> reasons = new ArrayList<>();
        List<TextBlock> unclear = new ArrayList<>();
        String sheet = "";
        for (TextBlock block : table.blocks()) {
            progress.checkCancelled();
            if (!block.sheet().equals(sheet)) {
                inherited.clear();
                sheet = block.sheet();
            }
            // a region inherits what the file said before, as SPECS and Scienta write it
            inherited.putAll(HeaderFacts.of(block));
            if (block.numericColumns().size() < 2 || block.rows() < 3) {
                reasons.add(block.place(0) + ": fewer than two columns or three rows");
                continue;
            }
            StatedColumns said = StatedColumns.of(block, source.stated());
            ColumnsToRegions columns = new ColumnsToRegions(source, said.block(), new HeaderFacts(inherited), names);
            if (columns.otherThanEnergies().isPresent()) {
                reasons.add(block.place(0) + ": " + columns.otherThanEnergies().get());
            } else if (columns.isUnclear()) {
                unclear.add(block);
            } else {
                for (Dataset d : columns.regions()) {
                    out.add(RegionCurves.asStated(d.withHeader(said.remark(d.header())), source.stated()));
                }
            }
        }
        if (out.isEmpty() && !unclear.isEmpty()) {
            throw Stated.missing(source.name(), unclear.get(0).place(0), "the file does not say whether its energies "
                    + "are binding or kinetic energies", Fact.AXIS);
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "no region was found"
                    + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons).toLowerCase(Locale.ROOT) + ")"));
        }
        unclear.forEach(b -> reasons.add(b.place(0) + ": no heading names an electron energy"));
        return reasons.isEmpty() ? out : out.stream().map(d -> d.withHeader(d.header().remarking(Remark.info(
                "Not read as a region: " + shortened(reasons) + ".")))).toList();
    }

    private static String shortened(List<String> reasons) {
        return String.join("; ", reasons.subList(0, Math.min(reasons.size(), NAMED)))
                + (reasons.size() > NAMED ? "; and " + (reasons.size() - NAMED) + " more" : "");
    }
}
