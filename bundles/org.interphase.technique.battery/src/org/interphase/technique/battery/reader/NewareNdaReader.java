package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * Neware .nda files of versions 29 (BTS 7 and 8) and 130 (BTS 9.0 and 9.1). The format is not published; places and
 * scales are facts from public descriptions (NewareNDA, BSD-3-Clause) and from a recorded file of version 130.
 */
public final class NewareNdaReader implements DatasetReader {

    private static final byte[] SIGNATURE = "NEWARE".getBytes(StandardCharsets.ISO_8859_1);
    private static final int VERSION = 14;
    private static final int HEAD = 1024;

    @Override
    public String id() {
        return "battery.neware-nda";
    }

    @Override
    public String title() {
        return "Neware (.nda)";
    }

    @Override
    public List<String> extensions() {
        return List.of("nda");
    }

    @Override
    public List<String> kinds() {
        return List.of(RecordColumns.CYCLING);
    }

    @Override
    public int confidence(SourceHead head) {
        return isNeware(head.bytes()) ? 100 : 0;
    }

    private static boolean isNeware(byte[] b) {
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (b.length <= VERSION || b[i] != SIGNATURE[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        byte[] head = source.read(0, HEAD);
        if (!isNeware(head)) {
            throw new DatasetFormatException(source.name(), "byte 0", "the signature 'NEWARE' is missing");
        }
        int version = head[VERSION] & 0xff;
        String day = new String(head, SIGNATURE.length, 8, StandardCharsets.ISO_8859_1);
        Metadata m = Metadata.EMPTY.with("instrument", "Neware").with("file version", (long) version)
                .with("file date", day.matches("\\d{8}") ? day : null);
        NewareRecord record = new NewareRecord();
        if (version == 29) {
            m = new Nda29(source).read(record, m, progress);
        } else if (version == 130) {
            m = new Nda130(source).read(record, m, progress);
        } else {
            throw new DatasetFormatException(source.name(), "byte " + VERSION, "version " + version
                    + " of the format is not known; 29 and 130 are");
        }
        return List.of(record.dataset(source, EisTables.baseName(source.name()), m));
    }
}
