package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Axis;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.vibrational.axis.RamanShift;

/**
 * Renishaw WiRE data files (.wdf): a chain of blocks (name, id, length), of which WDF1 is the header, DATA the
 * spectra, XLST the abscissa, ORGN the position of each spectrum, WMAP the map and WHTL the white-light picture.
 */
public final class WdfReader implements DatasetReader {

    private static final int HEADER = 512;
    private static final int BLOCK = 16;
    private static final Set<String> NEEDED = Set.of("WDF1", "DATA", "XLST", "ORGN", "WMAP");

    private record Block(String name, long offset, long length, boolean cut) {
    }

    @Override
    public String id() {
        return "vibrational.wdf";
    }

    @Override
    public String title() {
        return "Renishaw WDF";
    }

    @Override
    public List<String> extensions() {
        return List.of("wdf");
    }

    @Override
    public List<String> kinds() {
        return List.of("raman", "raman.map", "white-light");
    }

    @Override
    public int confidence(SourceHead head) {
        return head.hasBytes(0, 'W', 'D', 'F', '1') ? 99 : head.hasExtension("wdf") ? 30 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        Bytes header = Bytes.of(file, 0, source.read(0, HEADER), ByteOrder.LITTLE_ENDIAN);
        header.require(0, HEADER, "the WDF header");
        if (!header.text(0, 4).equals("WDF1")) {
            throw header.error(0, "the signature WDF1 is missing");
        }
        List<Block> blocks = blocks(source);
        long points = header.u32(60, "points per spectrum");
        long capacity = header.i64(64, "capacity");
        long count = header.i64(72, "number of spectra");
        Block data = need(file, blocks, "DATA");
        if (points < 1 || count < 1 || count > Integer.MAX_VALUE || count > capacity
                || points * count > (data.length() - BLOCK) / 4) {
            throw header.error(60, "the header claims " + count + " of " + capacity + " spectra of " + points
                    + " points, the data block holds " + (data.length() - BLOCK) / 4 + " values");
        }
        long detectorRows = header.u32(84, "detector rows");
        if (detectorRows > 1 && detectorRows * header.u32(88, "detector columns") == points) {
            throw header.error(84, "each record is a detector image with " + detectorRows
                    + " rows, no spectrum over one axis");
        }
        if (points * count > Integer.MAX_VALUE / 8) {
            throw header.error(60, points * count + " values are more than can be held at once");
        }
        Block axisBlock = need(file, blocks, "XLST");
        Bytes axis = content(source, axisBlock);
        double[] x = axis.floats(8, points, "the abscissa");
        SpectrumType type = type(axis, header);
        double[] values = content(source, data).floats(0, points * count, "the spectra");
        Metadata m = metadata(header, source, blocks);
        if (count < capacity) {
            m = m.with("spectra planned", capacity).with("spectra measured", count);
        }
        progress.report(0.7, "positions");
        List<Dataset> out = new ArrayList<>();
        String base = SpectrumFactory.baseName(file);
        List<Column> positions = positions(source, blocks, (int) header.u32(92, "origins"), capacity, (int) count);
        String where = "byte " + axisBlock.offset();
        if (count == 1) {
            for (Column c : positions) {
                m = m.with(c.name(), c.get(0), c.unit().text());
            }
            out.add(shifted(source, where, SpectrumFactory.curve(file, where, base, type, x, values, m)));
        } else {
            out.add(shifted(source, where, map(source, blocks, where, type, x, values, positions, m)));
        }
        for (Block b : blocks) {
            if (b.cut()) {
                Dataset first = out.get(0);
                out.set(0, first.withHeader(first.header().remarking(Remark.warning("The last block of the file, "
                        + b.name() + ", is shorter than it says: " + (b.length() - BLOCK) + " bytes of it are there. "
                        + "The spectra are whole."))));
            }
        }
        Optional<Block> picture = blocks.stream().filter(b -> b.name().equals("WHTL") && !b.cut()).findFirst();
        if (picture.isPresent()) {
            Block p = picture.get();
            out.add(WhiteLight.read(file, base + " (white light)", p.offset() + BLOCK,
                    source.read(p.offset() + BLOCK, (int) Math.min(p.length() - BLOCK, 1 << 28))));
        }
        return out;
    }

    /** Wavelengths become shifts where a person states the laser; the file's own is for the step that does it. */
    private static Dataset shifted(Source source, String where, Dataset d) throws DatasetFormatException {
        double laser = source.stated().value(Fact.LASER).orElse(Double.NaN);
        Axis axis = d instanceof Curve c ? c.axis() : d instanceof CurveStack s ? s.axis() : null;
        if (!(laser > 0) || axis == null || !RamanShift.applies(axis)) {
            return d;
        }
        if (!RamanShift.isPlausible(laser, axis.min(), axis.max())) {
            throw new DatasetFormatException(source.name(), where, "a laser of " + laser + " nm, as stated, gives no "
                    + "Raman scattering between " + axis.min() + " and " + axis.max() + " nm");
        }
        Axis shift = RamanShift.axis(axis, laser);
        Dataset out = d instanceof Curve c ? new Curve(c.header(), shift, c.signal())
                : ((CurveStack) d).withValues(shift, ((CurveStack) d).values());
        return out.withHeader(out.header().remarking(Remark.info("Wavelengths became Raman shifts with a laser of "
                + laser + " nm, as stated.")));
    }

    private static List<Block> blocks(Source source) throws IOException {
        List<Block> out = new ArrayList<>();
        long at = 0;
        long size = source.size();
        while (at + BLOCK <= size) {
            Bytes b = Bytes.of(source.name(), at, source.read(at, BLOCK), ByteOrder.LITTLE_ENDIAN);
            long length = b.i64(8, "block length");
            String name = b.text(0, 4);
            if (length >= BLOCK && length > size - at && !NEEDED.contains(name)) {
                // a last block that is cut holds nothing of the spectra; what it is, is remarked
                out.add(new Block(name, at, size - at, true));
                break;
            }
            if (length < BLOCK || length > size - at) {
                throw b.error(8, "block " + name + " claims " + length + " bytes; " + (size - at)
                        + " are left: the file is cut off or damaged");
            }
            out.add(new Block(name, at, length, false));
            at += length;
        }
        return out;
    }

    private static Block need(String file, List<Block> blocks, String name) throws DatasetFormatException {
        return blocks.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow(
                () -> new DatasetFormatException(file, "byte " + HEADER, "the file has no " + name + " block"));
    }

    private static Bytes content(Source source, Block b) throws IOException {
        long length = b.length() - BLOCK;
        if (length > Integer.MAX_VALUE - 16) {
            throw new DatasetFormatException(source.name(), "byte " + b.offset(),
                    "block " + b.name() + " has " + length + " bytes, more than can be read at once");
        }
        return Bytes.of(source.name(), b.offset() + BLOCK, source.read(b.offset() + BLOCK, (int) length),
                ByteOrder.LITTLE_ENDIAN);
    }

    private static SpectrumType type(Bytes axis, Bytes header) throws DatasetFormatException {
        Ordinate ordinate = header.u32(152, "intensity unit") == 6 ? Ordinate.COUNTS
                : Ordinate.ARBITRARY;
        long unit = axis.u32(4, "x unit");
        SpectrumType shift = SpectrumType.raman(ordinate, SpectrumAbscissa.RAMAN_SHIFT);
        if (unit == 1) {
            return shift;
        } else if (unit == 2) {
            return new SpectrumType("raman", "Wavenumber", shift.xUnit(), Direction.ASCENDING, shift.yQuantity(),
                    shift.yUnit());
        } else if (unit == 3) {
            return SpectrumType.raman(ordinate, SpectrumAbscissa.NANOMETRES);
        } else if (unit == 4) {
            return new SpectrumType("raman", "Energy", Unit.of("eV"), Direction.ASCENDING, shift.yQuantity(),
                    shift.yUnit());
        }
        throw axis.error(4, "the abscissa has unit code " + unit + ", no spectral unit");
    }

    private static Metadata metadata(Bytes header, Source source, List<Block> blocks) throws IOException {
        Metadata m = Metadata.EMPTY.with("format", "Renishaw WDF")
                .with("title", header.text(240, 160, StandardCharsets.UTF_8))
                .with("operator", header.text(208, 32, StandardCharsets.UTF_8))
                .with("software", header.text(96, 24) + " " + header.u16(120, "version") + "."
                        + header.u16(122, "version") + "." + header.u16(124, "version"));
        double laser = header.f32(156, "laser");
        if (laser > 0) {
            m = m.with("laser wavenumber", laser, "cm-1").with("laser wavelength", 1e7 / laser, "nm");
        }
        m = m.with("accumulations", header.u32(80, "accumulations")).with("measurement",
                switch ((int) header.u32(132, "measurement type")) {
                    case 1 -> "single";
                    case 2 -> "series";
                    case 3 -> "map";
                    default -> "unspecified";
                });
        for (Block b : blocks) {
            if (b.name().equals("TEXT")) {
                m = m.with("comment", content(source, b).text(0, (int) Math.min(4000, b.length() - BLOCK),
                        StandardCharsets.UTF_8));
            }
        }
        return m;
    }

    private static List<Column> positions(Source source, List<Block> blocks, int stated, long capacity, int count)
            throws IOException {
        Optional<Block> block = blocks.stream().filter(b -> b.name().equals("ORGN")).findFirst();
        if (block.isEmpty()) {
            return List.of();
        }
        Bytes b = content(source, block.get());
        List<Column> out = new ArrayList<>();
        long origins = Math.min(stated, b.u32(0, "number of origins"));
        for (long i = 0; i < origins; i++) {
            long at = 4 + i * (24 + 8 * capacity);
            int type = b.i32(at, "origin type") & 0x7fffffff;
            String name = switch (type) {
                case 3 -> "x";
                case 4 -> "y";
                case 5 -> "z";
                case 9 -> "temperature";
                case 18 -> "elapsed time";
                default -> "";
            };
            if (!name.isEmpty()) {
                double[] values = b.doubles(at + 24, count, "the positions");
                out.add(Column.of(name, unit(b.i32(at + 4, "origin unit")), values));
            }
        }
        return out;
    }

    private static Unit unit(int code) {
        return Unit.of(switch (code) {
            case 5 -> "um";
            case 8 -> "mm";
            case 9 -> "m";
            case 10 -> "K";
            case 12 -> "s";
            case 13 -> "ms";
            case 21 -> "degC";
            default -> "1";
        });
    }

    private static Dataset map(Source source, List<Block> blocks, String where, SpectrumType type, double[] x,
            double[] values, List<Column> positions, Metadata metadata) throws IOException {
        String file = source.name();
        Column px = positions.stream().filter(c -> c.name().equals("x")).findFirst().orElse(null);
        Column py = positions.stream().filter(c -> c.name().equals("y")).findFirst().orElse(null);
        MapGrid grid = px == null || py == null ? null : MapGrid.of(px.values(), py.values());
        Optional<Block> plan = blocks.stream().filter(b -> b.name().equals("WMAP")).findFirst();
        if (plan.isEmpty() || grid != null && grid.rows() > 1 && grid.columns() > 1) {
            return MapFactory.of(file, where, type, x, values, positions, grid, metadata);
        }
        int count = values.length / x.length;
        MapGrid planned = new WdfMap(content(source, plan.get())).grid(count);
        if (planned == null || grid != null && planned.columns() * planned.rows() == grid.columns() * grid.rows()) {
            return MapFactory.of(file, where, type, x, values, positions, grid, metadata);
        }
        List<Column> all = new ArrayList<>(WdfMap.positions(planned, count));
        positions.stream().filter(c -> !c.name().equals("x") && !c.name().equals("y")).forEach(all::add);
        return MapFactory.of(file, where, type, x, values, all, planned,
                metadata.with("positions", "as planned (WMAP)"));
    }
}
