package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/** The parts of an .ndax archive as they come, and the record put together of them. */
final class NdaxParts {

    private static final Pattern CHANNEL = Pattern.compile("(?:.*/)?data(?:_AUX)?_(\\d+)(?:_\\d+)*\\.ndc");
    private static final int LARGEST_XML = 1 << 24;

    private final String file;
    private final NdaxSettings settings = new NdaxSettings();
    private final NewareRecord record = new NewareRecord();
    private final NdaxRuns runs = new NdaxRuns();
    private final NdaxSteps steps = new NdaxSteps();
    private final Map<Integer, NdaxChannel> channels = new TreeMap<>();
    private GrowingColumn[] values;

    NdaxParts(String file) {
        this.file = file;
    }

    /** Reads a part, or leaves it where it says nothing of the record. */
    void read(String name, InputStream in, Progress progress) throws IOException {
        String own = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        Matcher channel = CHANNEL.matcher(own);
        switch (own) {
            case "VersionInfo.xml", "Step.xml", "TestInfo.xml" -> settings.read(own, in.readNBytes(LARGEST_XML));
            case "data.ndc" -> data(NdcFile.open(file, name, in), progress);
            case "data_runInfo.ndc" -> runs.read(NdcFile.open(file, name, in), progress);
            case "data_step.ndc" -> steps.read(NdcFile.open(file, name, in), progress);
            default -> {
                if (channel.matches()) {
                    int number = Integer.parseInt(channel.group(1));
                    channels.put(number, NdaxChannel.read(number, NdcFile.open(file, name, in), progress, record));
                }
            }
        }
    }

    private void data(NdcFile ndc, Progress progress) throws IOException {
        switch (ndc.version()) {
            case 2 -> ndc.frames(512, 5, 37, 94, 0, progress, (b, at, slot) -> single(b, at, 0));
            case 5 -> ndc.frames(4096, 125, 56, 87, 7, progress, (b, at, slot) -> single(b, at, 7));
            case 11, 14, 16, 17 -> {
                // of the records of version 16 only the lengths are told publicly; they are those of 17
                boolean old = ndc.version() == 11;
                GrowingColumn[] v = {new GrowingColumn("slot", "1"), new GrowingColumn("V", "V"),
                    new GrowingColumn("I", "A")};
                ndc.pages(8, progress, (b, at, slot) -> {
                    v[0].add(slot + 1);
                    v[1].add(old ? b.getFloat(at) / 1e4 : b.getFloat(at));
                    v[2].add(old ? b.getFloat(at + 4) / 1e3 : b.getFloat(at + 4));
                });
                values = v;
            }
            default -> throw new DatasetFormatException(file, ndc.part(), "version " + ndc.version() + " of the "
                    + "part is "
                    + "not known; 2, 5, 11, 14, 16 and 17 are");
        }
    }

    private void single(ByteBuffer b, int at, int type) throws DatasetFormatException {
        if ((b.get(at + type) & 0xff) == 0x55 && b.getInt(at + 8) != 0) {
            NewareRows.packed(file, record, new NewareRows.Place(b, at, at));
        }
    }

    /** The record of all parts that were read. */
    Dataset dataset(Source source, String name) throws DatasetFormatException {
        if (values == null && record.rows() == 0) {
            throw new DatasetFormatException(file, "", "the archive has no part data.ndc with records");
        }
        Metadata m = settings.metadata();
        settings.remarks().forEach(record::remark);
        if (values != null) {
            if (!runs.isFilled() || !steps.isFilled()) {
                throw new DatasetFormatException(file, "", "the archive has no part " + (runs.isFilled()
                        ? "data_step.ndc" : "data_runInfo.ndc") + ", without which its rows have no time");
            }
            steps.check(file);
            m = runs.join(values, steps, record, m);
        }
        for (NdaxChannel c : channels.values()) {
            c.name(settings, record);
        }
        if (channels.values().stream().anyMatch(NdaxChannel::isUnknown)) {
            record.remark(Remark.warning("Auxiliary channels of a version that is not known are left out: "
                    + String.join(", ", channels.values().stream().filter(NdaxChannel::isUnknown)
                            .map(NdaxChannel::part).toList()) + "."));
        }
        return record.dataset(source, name, m);
    }
}
