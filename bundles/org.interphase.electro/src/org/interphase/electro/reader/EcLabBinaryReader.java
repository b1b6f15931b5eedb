package org.interphase.electro.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisTables;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * BioLogic EC-Lab binary files (.mpr): a signature, then modules, each with a short name, a long name, its length,
 * version and date. Columns are decoded by their numbers; numbers not known here are reported in the metadata
 * ("unknown columns") and do not stop the others from being read.
 */
public final class EcLabBinaryReader implements DatasetReader {

    private static final byte[] SIGNATURE = "BIO-LOGIC MODULAR FILE\u001a".getBytes(StandardCharsets.ISO_8859_1);
    @Override
    public String id() {
        return "electrochemistry.eclab-binary";
    }

    @Override
    public String title() {
        return "BioLogic EC-Lab binary (.mpr)";
    }

    @Override
    public List<String> extensions() {
        return List.of("mpr");
    }

    @Override
    public List<String> kinds() {
        return new EcLabTextReader().kinds();
    }

    @Override
    public int confidence(SourceHead head) {
        byte[] b = head.bytes();
        if (b.length < SIGNATURE.length) {
            return 0;
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (b[i] != SIGNATURE[i]) {
                return 0;
            }
        }
        return 100;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        if (confidence(SourceHead.of(source)) == 0) {
            throw new DatasetFormatException(file, "byte 0", "the signature 'BIO-LOGIC MODULAR FILE' is missing");
        }
        List<MprModule> modules = MprModule.all(source);
        progress.checkCancelled();
        MprModule data = modules.stream().filter(m -> m.name().equals("VMP data")).findFirst().orElseThrow(
                () -> new DatasetFormatException(file, "", "there is no data module in the file"));
        MprRecords records = MprRecords.of(source, data, progress);
        Metadata metadata = metadata(source, modules, records);
        String name = EisTables.baseName(file);
        if (records.columns().isEmpty()) {
            throw new DatasetFormatException(file, "byte " + data.position(), "none of its columns is known: "
                    + records.unknown());
        }
        return EcLabImpedance.datasets(source, name, metadata.text("technique").orElse(""), metadata,
                records.columns(), records.remarks());
    }

    private static Metadata metadata(Source source, List<MprModule> modules, MprRecords records) throws IOException {
        Metadata m = Metadata.EMPTY;
        for (MprModule module : modules) {
            if (module.name().equals("VMP Set")) {
                m = MprSettings.settings(m, module.read(source, MprSettings.LENGTH));
            } else if (module.name().equals("VMP LOG")) {
                m = MprSettings.log(m, module.read(source, MprSettings.LENGTH));
            }
        }
        return records.unknown().isEmpty() ? m
                : m.with("unknown columns", records.unknown().stream().map(String::valueOf).toList());
    }
}
