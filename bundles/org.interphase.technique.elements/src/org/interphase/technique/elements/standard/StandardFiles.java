package org.interphase.technique.elements.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.interphase.technique.elements.matrix.Composition;
import org.interphase.technique.elements.reader.MsaReader;
import org.interphase.technique.elements.reader.SpxReader;
import org.interphase.technique.elements.spectrum.EdsSpectrum;

/** Reads the spectra of standards. */
public final class StandardFiles {

    private static final List<DatasetReader> READERS = List.of(new MsaReader(), new SpxReader());

    private StandardFiles() {
    }

    /**
     * The standards in files.
     *
     * @param stated composition by the name of the file, with or without extension, where the file does not state it
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
                    String text = said.isEmpty() ? c.header().metadata().text("composition").orElse("") : said;
                    Optional<Composition> composition = Composition.parse(text);
                    if (composition.isEmpty()) {
                        throw new AnalysisException("The composition of the standard '" + name + "' is not known"
                                + (text.isEmpty() ? "" : " ('" + text + "' is no formula)") + ". Say it under "
                                + "'Compositions', such as " + bare + " = Al2O3.");
                    }
                    return new StandardSpectrum(name, EdsSpectrum.of(c, beam), composition.get());
                }
            }
        } catch (IOException e) {
            throw new AnalysisException("The standard cannot be read: " + e.getMessage(), e);
        }
        throw new AnalysisException("The standard '" + name + "' holds no X-ray spectrum.");
    }
}
