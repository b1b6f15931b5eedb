package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.jcamp.JcampBlock;
import org.interphase.io.jcamp.JcampParser;
import org.interphase.io.jcamp.JcampTable;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/** Infrared and Raman spectra in JCAMP-DX files; every block and page with a spectrum gives a dataset. */
public final class JcampSpectraReader implements DatasetReader {

    private static final long LIMIT = 1L << 28;
    private static final Pattern TITLE = Pattern.compile("(?is)^\\uFEFF?\\s*(\\$\\$[^\\n]*\\n\\s*)*##\\s*TITLE\\s*=.*");

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
        return List.of("raman", "ftir.absorbance", "ftir.transmittance", "ftir.reflectance", "ftir.single-beam");
    }

    @Override
    public int confidence(SourceHead head) {
        String text = head.text();
        if (!TITLE.matcher(text).matches()) {
            return head.hasExtension("jdx", "dx", "jcm", "jcamp") ? 30 : 0;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        boolean vibrational = upper.contains("INFRARED") || upper.contains("RAMAN");
        return vibrational ? 97 : upper.contains("1/CM") ? 80 : upper.contains("LINK") ? 60 : 35;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        JcampBlock outer = JcampParser.parse(file, source.readAll(LIMIT));
        List<Dataset> out = new ArrayList<>();
        String refused = "the file has no data table";
        int refusedLine = outer.line();
        for (JcampBlock block : outer.withTables()) {
            progress.checkCancelled();
            String dataType = block.text("DATA TYPE").orElse(outer.text("DATA TYPE").orElse(""))
                    .toUpperCase(Locale.ROOT);
            if (dataType.contains("PEAK") || dataType.contains("INTERFEROGRAM") || dataType.contains("NMR")
                    || dataType.contains("MASS") || dataType.contains("CHROMATO") || dataType.contains("UV")) {
                refused = "the block is a '" + dataType + "', no vibrational spectrum";
                refusedLine = block.line();
                continue;
            }
            for (JcampTable table : block.tables()) {
                if (table.peaks()) {
                    refused = "the block has a table of peaks only, no spectrum";
                    refusedLine = table.line();
                    continue;
                }
                out.add(spectrum(file, outer, block, table, dataType));
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(file, "line " + refusedLine, refused);
        }
        return out;
    }

    private static Dataset spectrum(String file, JcampBlock outer, JcampBlock block, JcampTable table,
            String dataType) throws DatasetFormatException {
        String where = "line " + table.line();
        boolean raman = dataType.contains("RAMAN");
        SpectrumType.Abscissa abscissa = abscissa(file, where, block.unit(table.xSymbol()), raman);
        SpectrumType.Ordinate ordinate = ordinate(block.unit(table.ySymbol()));
        double[] y = table.y();
        SpectrumType type = raman ? SpectrumType.raman(ordinate, abscissa)
                : dataType.contains("INFRARED") && ordinate != SpectrumType.Ordinate.ARBITRARY
                        ? SpectrumType.infrared(ordinate.scaledAs(y)) : SpectrumType.guess(file, ordinate, abscissa, y);
        double[] x = table.x();
        if (!type.kind().equals("raman")) {
            x = switch (abscissa) {
                case MICROMETRES -> SpectrumFactory.micrometresToWavenumbers(x);
                case NANOMETRES -> SpectrumFactory.nanometresToWavenumbers(x);
                default -> x;
            };
        }
        Metadata m = Metadata.EMPTY.with("format", "JCAMP-DX");
        for (Map.Entry<String, String> e : outer.labels().entrySet()) {
            m = m.with(term(e.getKey()), e.getValue());
        }
        if (block != outer) {
            for (Map.Entry<String, String> e : block.labels().entrySet()) {
                m = m.with(term(e.getKey()), e.getValue());
            }
        }
        m = m.with("page", table.page());
        String name = block.text("TITLE").orElse(SpectrumFactory.baseName(file));
        Curve c = SpectrumFactory.curve(file, where, table.page().isEmpty() ? name : name + " " + table.page(), type,
                x, y, m);
        return c;
    }

    private static String term(String label) {
        return switch (JcampBlock.normalise(label)) {
            case "TITLE" -> "title";
            case "ORIGIN" -> "origin";
            case "OWNER" -> "owner";
            case "RESOLUTION" -> "resolution";
            case "SPECTROMETERDATASYSTEM" -> "instrument";
            case "STATE" -> "state";
            default -> label;
        };
    }

    private static SpectrumType.Abscissa abscissa(String file, String where, String unit, boolean raman)
            throws DatasetFormatException {
        String u = unit.toUpperCase(Locale.ROOT).replaceAll("[\\s^]", "");
        if (u.contains("RAMAN") || u.contains("SHIFT")) {
            return SpectrumType.Abscissa.RAMAN_SHIFT;
        }
        if (u.contains("1/CM") || u.contains("CM-1") || u.startsWith("WAVENUMBER") || u.isEmpty()
                || u.startsWith("ARBITRARY")) {
            return raman ? SpectrumType.Abscissa.RAMAN_SHIFT : SpectrumType.Abscissa.WAVENUMBER;
        }
        if (u.startsWith("MICROMET") || u.startsWith("MICRON") || u.equals("UM") || u.equals("\u00b5M")
                || u.equals("\u039cM")) {
            return SpectrumType.Abscissa.MICROMETRES;
        }
        if (u.startsWith("NANOMET") || u.equals("NM")) {
            return SpectrumType.Abscissa.NANOMETRES;
        }
        throw new DatasetFormatException(file, where, "the abscissa is in '" + unit
                + "': this is no vibrational spectrum");
    }

    private static SpectrumType.Ordinate ordinate(String unit) {
        String u = unit.toUpperCase(Locale.ROOT);
        boolean percent = u.contains("%") || u.contains("PERCENT");
        if (u.contains("ABSORB") || u.contains("LOG(1/") || u.contains("-LOG(")) {
            return SpectrumType.Ordinate.ABSORBANCE;
        } else if (u.contains("TRANSM")) {
            return percent ? SpectrumType.Ordinate.PERCENT_TRANSMITTANCE : SpectrumType.Ordinate.TRANSMITTANCE;
        } else if (u.contains("REFLECT") && !u.contains("LOG")) {
            return percent ? SpectrumType.Ordinate.PERCENT_REFLECTANCE : SpectrumType.Ordinate.REFLECTANCE;
        } else if (u.contains("KUBELKA")) {
            return SpectrumType.Ordinate.KUBELKA_MUNK;
        } else if (u.contains("COUNT")) {
            return SpectrumType.Ordinate.COUNTS;
        }
        return SpectrumType.Ordinate.ARBITRARY;
    }
}
