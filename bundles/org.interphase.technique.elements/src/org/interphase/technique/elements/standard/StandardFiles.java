package org.interphase.technique.elements.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.parameters.FilePath;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.technique.elements.reader.MsaReader;
import org.interphase.technique.elements.reader.SpxReader;
import org.interphase.technique.elements.spectrum.EdsSpectrum;

/** Reads the spectra of standards. */
public final class StandardFiles {

    private static final List<DatasetReader> READERS = List.of(new MsaReader(), new SpxReader());

    /** Analyses of minerals and glasses add up to this at least and at most, in mass fractions. */
    private static final double LEAST = 0.9;
    private static final double MOST = 1.05;

    private StandardFiles() {
    }

    /**
     * The standards in files.
     *
     * @param stated composition, its uncertainty ({@code +- 0.5} per cent) or both by the name of the file, with or
     *     without extension, where the file does not state it
     * @param beam beam energy in keV where a file does not state it; may be null
     * @throws AnalysisException if a file cannot be read, or its composition is not known
     */
    public static List<StandardSpectrum> read(List<FilePath> files, Map<String, String> stated, Double beam)
            throws AnalysisException {
        List<StandardSpectrum> out = new ArrayList<>();
        for (FilePath f : files) {
            if (!f.isNone()) {
                out.add(read(f.toPath(), stated, beam));
            }
        }
        return out;
    }

    private static StandardSpectrum read(Path file, Map<String, String> stated, Double beam) throws AnalysisException {
        String name = file.getFileName().toString();
        String bare = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        try {
            if (!Files.isRegularFile(file)) {
                throw new AnalysisException("The standard '" + name + "' is not there.");
            }
            Source source = Source.of(file);
            SourceHead head = SourceHead.of(source);
            DatasetReader reader = READERS.stream().filter(r -> r.confidence(head) > 0).findFirst().orElseThrow(() ->
                    new AnalysisException("The standard '" + name + "' is neither an EMSA/MAS file nor a Bruker "
                            + ".spx."));
            for (Dataset d : reader.read(source, Progress.none())) {
                if (d instanceof Curve c && c.kind().id().equals("eds")) {
                    String said = stated.getOrDefault(name, stated.getOrDefault(bare, ""));
                    StandardComposition m = composition(name, bare, said, c.header().metadata().text("composition")
                            .orElse(""));
                    return new StandardSpectrum(name, EdsSpectrum.of(c, beam), m.composition(), m.uncertainty(),
                            m.assumed());
                }
            }
        } catch (IOException e) {
            throw new AnalysisException("The standard cannot be read: " + e.getMessage(), e);
        }
        throw new AnalysisException("The standard '" + name + "' holds no X-ray spectrum.");
    }

    private static StandardComposition composition(String name, String bare, String said, String file)
            throws AnalysisException {
        Optional<StandardComposition> m = StandardComposition.of(said, file);
        if (m.isEmpty()) {
            String text = said.isEmpty() ? file : said;
            throw new AnalysisException("The composition of the standard '" + name + "' is not known" + (text.isEmpty()
                    ? "" : " ('" + text + "' is no formula and no list of mass per cents)") + ". Say it under "
                    + "'Compositions', such as " + bare + " = Al2O3.");
        }
        double total = m.get().composition().total();
        if (total < LEAST || total > MOST) {
            throw new AnalysisException(String.format(Locale.ROOT, "The composition of the standard '%s' adds up to "
                    + "%.4g %%; mass per cents of all its elements are needed.", name, 100 * total));
        }
        return m.get();
    }
}
