package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * Bruker OPUS: a directory of blocks, each told by its type word. Gives the result spectrum (absorbance,
 * transmittance, reflectance, Raman) first and then the single-channel spectra of sample and reference;
 * interferograms and phases are left out.
 */
public final class OpusReader implements DatasetReader {

    private static final long LIMIT = 1L << 30;
    private static final int DIRECTORY_HEADER = 24;
    /** Type bits that, when set, mark tables, reports and extended blocks rather than plain spectra. */
    private static final int EXTENDED = 0x3ff80000;
    private static final int PARAMETER_BITS = 0x3f0;
    private static final int DATA_STATUS = 1 << 4;

    private record Block(int type, long length, long offset) {
        int source() {
            return type >> 2 & 3;
        }

        int parameters() {
            return type >> 4 & 63;
        }

        int spectrum() {
            return type >> 10 & 127;
        }

        int derivative() {
            return type >> 17 & 3;
        }
    }

    @Override
    public String id() {
        return "vibrational.opus";
    }

    @Override
    public String title() {
        return "Bruker OPUS";
    }

    @Override
    public List<String> extensions() {
        return List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "opus");
    }

    @Override
    public List<String> kinds() {
        return List.of("ftir.absorbance", "ftir.transmittance", "ftir.reflectance", "ftir.single-beam",
                "ftir.kubelka-munk", "raman");
    }

    @Override
    public int confidence(SourceHead head) {
        return head.hasBytes(0, 0x0a, 0x0a, 0xfe, 0xfe) ? 98
                : head.hasExtension("0", "opus") && !head.isText() ? 20 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        Bytes bytes = Bytes.of(file, 0, source.readAll(LIMIT), ByteOrder.LITTLE_ENDIAN);
        bytes.require(0, DIRECTORY_HEADER, "the OPUS header");
        if (bytes.i32(0, "signature") != 0xfefe0a0a) {
            throw bytes.error(0, "the signature 0a 0a fe fe is missing: this is no OPUS file");
        }
        List<Block> blocks = directory(bytes);
        Metadata common = Metadata.EMPTY.with("format", "Bruker OPUS");
        for (Block b : blocks) {
            if ((b.type() & EXTENDED) == 0 && b.spectrum() == 0 && b.parameters() > 1) {
                common = OpusParameters.read(bytes, b.offset(), b.length()).describe(common);
            }
        }
        List<Dataset> results = new ArrayList<>();
        List<Dataset> channels = new ArrayList<>();
        for (Block b : blocks) {
            progress.checkCancelled();
            if ((b.type() & EXTENDED) != 0 || b.parameters() != 0 || b.source() == 0) {
                continue;
            }
            Ordinate ordinate = ordinate(b.spectrum());
            if (ordinate != null) {
                boolean single = b.spectrum() == 1;
                Dataset d = spectrum(file, bytes, b, status(bytes, blocks, b), ordinate, common,
                        number(blocks, b));
                (single ? channels : results).add(d);
            }
        }
        results.addAll(channels);
        if (results.isEmpty()) {
            throw new DatasetFormatException(file, "byte " + DIRECTORY_HEADER,
                    "the file has no spectrum block (only interferograms or parameters)");
        }
        return results;
    }

    private static List<Block> directory(Bytes bytes) throws DatasetFormatException {
        long start = bytes.u32(12, "directory offset");
        long count = bytes.u32(20, "number of blocks");
        bytes.require(start, 12 * count, "the block directory");
        List<Block> out = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long at = start + 12 * i;
            Block b = new Block(bytes.i32(at, "block type"), 4 * bytes.u32(at + 4, "block length"),
                    bytes.u32(at + 8, "block offset"));
            if (b.type() != 0 || b.length() != 0) {
                bytes.require(b.offset(), b.length(), "block " + (i + 1));
                out.add(b);
            }
        }
        return out;
    }

    /** Result of a spectrum block type; null for interferograms, phases and the like. */
    private static Ordinate ordinate(int spectrum) {
        return switch (spectrum) {
            case 1 -> Ordinate.SINGLE_BEAM;
            case 4, 16, 19 -> Ordinate.ABSORBANCE;
            case 15 -> Ordinate.APPARENT_ABSORBANCE;
            case 5, 18 -> Ordinate.TRANSMITTANCE;
            case 6 -> Ordinate.KUBELKA_MUNK;
            case 10, 11, 17 -> Ordinate.ARBITRARY;
            case 12 -> Ordinate.REFLECTANCE;
            default -> null;
        };
    }

    /** The axis of a spectrum: the status block of its type; of several alike, the one at the same place of the row. */
    private static OpusParameters status(Bytes bytes, List<Block> blocks, Block data) throws DatasetFormatException {
        int wanted = data.type() & ~PARAMETER_BITS | DATA_STATUS;
        int place = number(blocks, data) - 1;
        List<Block> found = blocks.stream().filter(b -> b.type() == wanted).toList();
        if (found.isEmpty()) {
            throw bytes.error(data.offset(), "the spectrum block has no data status block with its axis");
        }
        Block b = found.get(Math.min(place, found.size() - 1));
        return OpusParameters.read(bytes, b.offset(), b.length());
    }

    /** Which of the blocks of its type a block is, from 1. */
    private static int number(List<Block> blocks, Block data) {
        List<Block> alike = blocks.stream().filter(b -> b.type() == data.type()).toList();
        for (int i = 0; i < alike.size(); i++) {
            if (alike.get(i) == data) {
                return i + 1;
            }
        }
        return 1;
    }

    private static Dataset spectrum(String file, Bytes bytes, Block b, OpusParameters status,
            Ordinate ordinate, Metadata common, int number) throws DatasetFormatException {
        double points = status.number("NPT");
        double first = status.number("FXV");
        double last = status.number("LXV");
        if (!(points >= 1) || points * 4 > b.length()) {
            throw bytes.error(b.offset(), "the data status claims " + points + " points but the block has "
                    + b.length() + " bytes");
        }
        int n = (int) points;
        if (!Double.isFinite(first) || !Double.isFinite(last) || n > 1 && first == last) {
            throw bytes.error(b.offset(), n + " points from " + first + " to " + last + " make no axis");
        }
        double scale = Double.isNaN(status.number("CSF")) ? 1 : status.number("CSF");
        boolean integers = status.number("DPF") == 2;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] raw = integers ? null : bytes.floats(b.offset(), n, "the spectrum");
        for (int i = 0; i < n; i++) {
            x[i] = n == 1 ? first : first + i * (last - first) / (n - 1);
            y[i] = scale * (integers ? bytes.i32(b.offset() + 4L * i, "the spectrum") : raw[i]);
        }
        String unit = status.text("DXU");
        SpectrumType type = b.spectrum() == 10
                ? SpectrumType.raman(ordinate, SpectrumAbscissa.RAMAN_SHIFT)
                : SpectrumType.infrared(ordinate.scaledAs(y));
        if (unit.equals("MI")) {
            x = SpectrumAbscissa.MICROMETRES.wavenumbers(x);
        } else if (!unit.isEmpty() && !unit.equals("WN") && !unit.startsWith("RS")) {
            throw bytes.error(b.offset(), "the abscissa is in '" + unit + "': no spectrum over wavenumbers");
        }
        String base = SpectrumFactory.baseName(file);
        String name = base + (b.spectrum() != 1 ? "" : b.source() == 2 ? " (reference channel)" : " (sample channel)")
                + (b.derivative() == 0 ? "" : " (derivative " + b.derivative() + ")")
                + (number == 1 ? "" : " #" + number);
        Metadata m = common.with("block", blockName(b));
        if (b.derivative() != 0) {
            m = m.with("derivative", (long) b.derivative());
        }
        return SpectrumFactory.curve(file, "byte " + b.offset(), name, type, x, y, m);
    }

    private static String blockName(Block b) {
        return switch (b.spectrum()) {
            case 1 -> b.source() == 2 ? "ScRf" : "ScSm";
            case 4 -> "AB";
            case 5 -> "TR";
            case 6 -> "KM";
            case 10 -> "RAM";
            case 11 -> "emission";
            case 12 -> "REFL";
            case 15 -> "log reflectance";
            case 17 -> "photoacoustic";
            case 16 -> "ATR";
            default -> "type " + b.spectrum();
        };
    }
}
