package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.jcamp.JcampBlock;
import org.interphase.io.jcamp.JcampDatasets;
import org.interphase.io.jcamp.JcampParser;
import org.interphase.io.jcamp.JcampQuantity;
import org.interphase.io.jcamp.JcampReader;
import org.interphase.io.jcamp.JcampTable;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/**
 * Infrared and Raman spectra in JCAMP-DX files; every block and page with a spectrum gives a dataset. Blocks of other
 * types of data beside them are plain curves: what a file states is never read as something else.
 */
public final class JcampSpectraReader implements DatasetReader {

    private static final Pattern DATA_TYPE = Pattern.compile("(?im)^\\s*##\\s*DATA[ _/-]?TYPE\\s*=([^\\r\\n$]*)");

    @Override
    public String id() {
        return "vibrational.jcamp";
    }

    @Override
    public String title() {
        return "JCAMP-DX (infrared, Raman)";
    }

    @Override
    public List<String> extensions() {
        return List.of("jdx", "dx", "jcm", "jcamp");
    }

    @Override
    public List<String> kinds() {
        return List.of("raman", "ftir.absorbance", "ftir.transmittance", "ftir.reflectance", "ftir.single-beam",
                "ftir.kubelka-munk", "curve");
    }

    @Override
    public int confidence(SourceHead head) {
        if (!JcampReader.isJcamp(head)) {
            return 0;
        }
        boolean others = false;
        Matcher m = DATA_TYPE.matcher(head.text());
        while (m.find()) {
            String type = m.group(1).strip().toUpperCase(Locale.ROOT);
            if (isVibrational(type)) {
                return 97;
            }
            others |= !type.isEmpty() && !type.equals("LINK");
        }
        // a file that states no type is ours only if a person says so; blocks behind the head may be anything
        boolean said = head.stated().kind().filter(k -> !k.equals("curve") && kinds().contains(k)).isPresent();
        return said ? 96 : !others && head.text().toUpperCase(Locale.ROOT).contains("LINK") ? 94 : 0;
    }

    private static boolean isVibrational(String type) {
        return (type.contains("INFRARED") || type.contains("RAMAN") || type.matches("IR( SPECTRUM)?"))
                && !type.contains("INTERFEROGRAM");
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        JcampBlock outer = JcampParser.parse(file, source.readAll(JcampReader.LIMIT));
        List<Dataset> out = new ArrayList<>();
        String refused = "the file has no data table";
        int refusedLine = outer.line();
        for (JcampBlock block : outer.withTables()) {
            progress.checkCancelled();
            String dataType = JcampDatasets.dataType(outer, block);
            for (JcampTable table : block.tables()) {
                if (table.peaks() || dataType.contains("PEAK")) {
                    refused = "the block has a table of peaks only, no spectrum";
                    refusedLine = table.line();
                } else {
                    out.add(dataset(source, outer, block, table, dataType));
                }
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(file, "line " + refusedLine, refused);
        }
        return out;
    }

    private static Dataset dataset(Source source, JcampBlock outer, JcampBlock block, JcampTable table,
            String dataType) throws DatasetFormatException {
        String file = source.name();
        String where = "line " + table.line();
        boolean vibrational = isVibrational(dataType);
        boolean said = source.stated().kind().filter(k -> !k.equals("curve")).isPresent();
        if (!vibrational && !dataType.isEmpty()) {
            if (said) {
                throw new DatasetFormatException(file, where, "the file states that this is '" + dataType
                        + "': it is not taken as " + source.stated().kind().orElse(""));
            }
            return JcampDatasets.plain(file, outer, block, table);
        }
        String units = block.unit(table.xSymbol());
        SpectrumAbscissa abscissa = abscissa(units, source.stated().unit(Fact.UNIT).map(u -> u.text()).orElse(""));
        if (abscissa == null) {
            if (said) {
                throw org.interphase.api.Stated.missing(file, where, "the abscissa is in '" + units + "', which is no "
                        + "unit of a vibrational spectrum", Fact.UNIT);
            }
            Dataset plain = JcampDatasets.plain(file, outer, block, table);
            return plain.withHeader(plain.header().remarking(Remark.warning("The file states the type "
                    + (dataType.isEmpty() ? "of data nowhere" : "'" + dataType + "'") + " but its abscissa is in '"
                    + units + "': it is a plain curve until that is said with " + Fact.KIND.option() + " raman "
                    + Fact.UNIT.option() + " cm-1.")));
        }
        SpectrumEvidence.Technique technique = dataType.contains("RAMAN") ? SpectrumEvidence.Technique.RAMAN
                : vibrational ? SpectrumEvidence.Technique.INFRARED : SpectrumEvidence.Technique.UNSAID;
        Ordinate.Said y = ordinate(block, table, source);
        double[] values = table.y();
        for (int i = 0; i < values.length; i++) {
            values[i] *= y.scale();
        }
        SpectrumEvidence e = new SpectrumEvidence(file, source.stated(), technique, abscissa, y.ordinate(), table.x(),
                values);
        double laser = LaserLine.find(block.labels());
        Metadata m = LaserLine.describe(JcampDatasets.metadata(outer, block, table), laser);
        Curve c = SpectrumFactory.spectrum(e, where, JcampDatasets.name(file, block, table), laser, m);
        return c.withHeader(JcampDatasets.remarking(c.header(), table));
    }

    /** What the abscissa is; null for what no vibrational spectrum is drawn over. */
    private static SpectrumAbscissa abscissa(String units, String stated) {
        String u = JcampQuantity.plain(units);
        if (u.isEmpty() || u.startsWith("ARBITRARY")) {
            return SpectrumAbscissa.of(stated);
        }
        return SpectrumAbscissa.of(units);
    }

    private static Ordinate.Said ordinate(JcampBlock block, JcampTable table, Source source) {
        String units = block.unit(table.ySymbol());
        String said = source.stated().text(Fact.SIGNAL).orElse("") + " "
                + source.stated().text(Fact.SIGNAL_UNIT).orElse("");
        return Ordinate.of(units).filter(o -> o.ordinate() != Ordinate.ARBITRARY).or(() -> Ordinate.of(said))
                .or(() -> Ordinate.of(block.text("YLABEL").orElse("")))
                .orElse(new Ordinate.Said(Ordinate.ARBITRARY, 1));
    }
}
