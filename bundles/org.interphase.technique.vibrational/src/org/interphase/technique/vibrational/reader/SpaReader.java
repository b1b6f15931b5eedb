package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * Thermo Nicolet OMNIC spectra (.spa): a title at byte 30, a table of sections from byte 304 (16 bytes each: key,
 * offset, length), of which key 2 describes the spectrum and key 3 holds its ordinates. The layout is not published
 * by the maker; it is known from public readers.
 */
public final class SpaReader implements DatasetReader {

    private static final long LIMIT = 1L << 28;
    private static final int TABLE = 304;
    private static final String MAGIC = "Spectral Data File";

    @Override
    public String id() {
        return "vibrational.spa";
    }

    @Override
    public String title() {
        return "Thermo OMNIC SPA";
    }

    @Override
    public List<String> extensions() {
        return List.of("spa");
    }

    @Override
    public List<String> kinds() {
        return List.of("ftir.absorbance", "ftir.transmittance", "ftir.reflectance", "ftir.single-beam",
                "ftir.kubelka-munk", "raman");
    }

    @Override
    public int confidence(SourceHead head) {
        String start = new String(head.bytes(), 0, Math.min(head.bytes().length, 18), StandardCharsets.ISO_8859_1);
        return start.equals(MAGIC) ? 98 : head.hasExtension("spa") ? 40 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        Bytes bytes = Bytes.of(file, 0, source.readAll(LIMIT), ByteOrder.LITTLE_ENDIAN);
        bytes.require(0, TABLE, "the SPA header");
        if (!bytes.text(0, 18).equals(MAGIC)) {
            throw bytes.error(0, "the file does not begin with '" + MAGIC + "'");
        }
        int sections = bytes.u16(294, "number of sections");
        long header = -1;
        long data = -1;
        long dataLength = 0;
        Metadata m = Metadata.EMPTY.with("format", "Thermo OMNIC SPA").with("title", bytes.text(30, 255));
        for (int i = 0; i < sections; i++) {
            long at = TABLE + 16L * i;
            int key = bytes.u8(at, "section " + (i + 1));
            long offset = bytes.u32(at + 2, "section offset");
            long length = bytes.u32(at + 6, "section length");
            if (key == 0 || key == 1) {
                break;
            }
            if (key == 2 && header < 0) {
                header = bytes.require(offset, 24, "the spectrum header");
            } else if (key == 3 && data < 0) {
                data = bytes.require(offset, length, "the ordinates");
                dataLength = length;
            } else if (key == 27) {
                m = m.with("history", bytes.text(offset, (int) Math.min(length, 4000)));
            }
        }
        if (header < 0 || data < 0) {
            throw bytes.error(TABLE, "the section table names no spectrum header (2) or no ordinates (3)");
        }
        return List.of(spectrum(file, bytes, header, data, dataLength, m));
    }

    private static Dataset spectrum(String file, Bytes bytes, long header, long data, long dataLength, Metadata m)
            throws DatasetFormatException {
        long n = bytes.u32(header + 4, "number of points");
        int xCode = bytes.u8(header + 8, "x unit");
        int yCode = bytes.u8(header + 12, "y unit");
        double first = bytes.f32(header + 16, "first abscissa");
        double last = bytes.f32(header + 20, "last abscissa");
        if (n < 1 || 4 * n > dataLength) {
            throw bytes.error(header + 4, "the header claims " + n + " points but there are " + dataLength / 4);
        }
        if (!Double.isFinite(first) || !Double.isFinite(last) || n > 1 && first == last) {
            throw bytes.error(header + 16, n + " points from " + first + " to " + last + " make no axis");
        }
        double[] y = bytes.floats(data, n, "the ordinates");
        double[] x = new double[(int) n];
        for (int i = 0; i < x.length; i++) {
            x[i] = n == 1 ? first : first + i * (last - first) / (n - 1);
        }
        Ordinate ordinate = switch (yCode) {
            case 12, 17 -> Ordinate.ABSORBANCE;
            case 16 -> Ordinate.PERCENT_TRANSMITTANCE;
            case 11 -> Ordinate.PERCENT_REFLECTANCE;
            case 21 -> Ordinate.REFLECTANCE;
            case 20 -> Ordinate.KUBELKA_MUNK;
            case 22 -> Ordinate.SINGLE_BEAM;
            default -> Ordinate.ARBITRARY;
        };
        SpectrumType type = xCode == 32 || yCode == 31
                ? SpectrumType.raman(ordinate, SpectrumAbscissa.RAMAN_SHIFT) : SpectrumType.infrared(ordinate);
        x = switch (xCode) {
            case 1, 32 -> x;
            case 3 -> SpectrumAbscissa.NANOMETRES.wavenumbers(x);
            case 4 -> SpectrumAbscissa.MICROMETRES.wavenumbers(x);
            default -> throw bytes.error(header + 8, "the abscissa has unit code " + xCode
                    + (xCode == 2 ? " (data points): this is an interferogram" : ", unknown here"));
        };
        return SpectrumFactory.curve(file, "byte " + data, SpectrumFactory.baseName(file), type, x, y, m);
    }
}
