package org.interphase.technique.vibrational.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.technique.vibrational.reader.VibrationalReaders;

/** Reads spectra beside the one at hand: a reference or a folder of them. */
public final class ReferenceFiles {

    private static final int DEPTH = 4;
    private static final int MOST = 20_000;

    private ReferenceFiles() {
    }

    /**
     * A spectrum of a folder.
     *
     * @param file path relative to the folder
     * @param curve the spectrum
     */
    public record Reference(String file, Curve curve) {
    }

    /**
     * What a folder holds.
     *
     * @param references its spectra, in order of file names
     * @param refused one sentence for each file that could not be read
     */
    public record Folder(List<Reference> references, List<String> refused) {
    }

    /** The single spectra of a file; an empty list if no reader knows it. */
    public static List<Curve> read(Path file, Progress progress) throws IOException {
        Source source = Source.of(file);
        SourceHead head = SourceHead.of(source);
        DatasetReader best = null;
        int most = 0;
        for (DatasetReader r : VibrationalReaders.ALL) {
            int c = r.confidence(head);
            if (c > most) {
                most = c;
                best = r;
            }
        }
        List<Curve> out = new ArrayList<>();
        if (best != null) {
            for (Dataset d : best.read(source, progress)) {
                if (d instanceof Curve c) {
                    out.add(c);
                }
            }
        }
        return out;
    }

    /**
     * Reads all spectra of a folder and its folders.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static Folder readFolder(Path folder, Progress progress) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, DEPTH)) {
            files = walk.filter(Files::isRegularFile).sorted(Comparator.comparing(Path::toString)).limit(MOST).toList();
        }
        List<Reference> references = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            progress.checkCancelled();
            progress.report((double) i / files.size(), "reading references");
            Path file = files.get(i);
            try {
                for (Curve c : read(file, Progress.none())) {
                    references.add(new Reference(folder.relativize(file).toString().replace('\\', '/'), c));
                }
            } catch (IOException e) {
                refused.add(e.getMessage());
            }
        }
        return new Folder(references, refused);
    }
}
