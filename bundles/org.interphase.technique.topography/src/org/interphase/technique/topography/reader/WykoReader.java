package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Wyko (Veeco, Bruker) Vision OPD: two bytes, a directory of blocks of 24 bytes (name 16, type, length, attributes),
 * then the blocks one after the other. Heights are columns from left to right, each from the bottom to the top; they
 * count wavelength / {@code Mult} (nm); a file of floats may leave {@code Mult} out, which is then 1 (as Gwyddion and
 * SurfaceTopography, MIT, describe the format; unverified for floats). 32766 and more as 16-bit number, 1e10 and more
 * as float mean that nothing was measured.
 */
public final class WykoReader implements DatasetReader {

    private static final int ENTRY = 24;
    private static final int BAD = 32766;
    private static final double BAD_FLOAT = 1e10;

    @Override
    public String id() {
        return "topography.opd";
    }

    @Override
    public String title() {
        return "Wyko OPD";
    }

    @Override
    public List<String> extensions() {
        return List.of("opd");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        return head.hasBytes(2, 'D', 'i', 'r', 'e', 'c', 't', 'o', 'r', 'y', 0) ? head.hasExtension("opd") ? 98 : 85
                : 0;
    }

    /** One block of the directory. */
    private record Block(String name, long at, long length) {
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        SurfaceBytes b = SurfaceBytes.read(source, ByteOrder.LITTLE_ENDIAN);
        if (b.size() < 2 + ENTRY || !b.text(2, 16).equals("Directory")) {
            throw b.wrong(2, "this is no OPD file: there is no block 'Directory'");
        }
        Map<String, Block> blocks = new HashMap<>();
        List<Block> maps = new ArrayList<>();
        long directory = b.u32(2 + 18);
        if (directory % ENTRY != 0) {
            throw b.wrong(20, "the directory of " + directory + " bytes is no whole number of entries");
        }
        b.require(2, directory);
        long at = 2 + directory;
        for (long i = 1; i < directory / ENTRY; i++) {
            long entry = 2 + i * ENTRY;
            Block block = new Block(b.text(entry, 16), at, b.u32(entry + 18));
            if (block.length == 0) {
                continue;
            }
            blocks.putIfAbsent(block.name, block);
            if (List.of("RAW_DATA", "RAW DATA", "OPD", "Raw", "SAMPLE_DATA").contains(block.name)) {
                maps.add(block);
            }
            at += block.length;
        }
        if (maps.isEmpty()) {
            throw new DatasetFormatException(source.name(), "directory", "no block holds heights; there are "
                    + blocks.keySet().stream().sorted().toList());
        }
        List<Dataset> out = new ArrayList<>();
        for (Block map : maps) {
            out.add(map(source, b, map, blocks, maps.size() > 1));
        }
        return out;
    }

    private static Dataset map(Source source, SurfaceBytes b, Block block, Map<String, Block> blocks, boolean named)
            throws DatasetFormatException {
        int width = b.u16(block.at);
        int height = b.u16(block.at + 2);
        SurfaceBytes.Number type = switch (b.u16(block.at + 4)) {
            case 1 -> SurfaceBytes.Number.I8;
            case 2 -> SurfaceBytes.Number.I16;
            case 4 -> SurfaceBytes.Number.F32;
            default -> throw b.wrong(block.at + 4, "a height of " + b.u16(block.at + 4) + " bytes is not known");
        };
        if (block.length < 6 + (long) width * height * type.bytes()) {
            throw b.wrong(block.at, "block " + block.name + " of " + block.length + " bytes does not hold " + width
                    + " x " + height + " points");
        }
        MapBuilder map = new MapBuilder(source, width, height, "block " + block.name);
        double wavelength = real(b, blocks, "Wavelength");
        double mult = type.isWhole() || blocks.containsKey("Mult") ? whole(b, blocks, "Mult") : 1;
        double pixel = real(b, blocks, "Pixel_size");
        double aspect = blocks.containsKey("Aspect") ? real(b, blocks, "Aspect") : 1;
        double[] z = b.values(type, block.at + 6, map.points());
        double bad = switch (type) {
            case I8 -> Byte.MAX_VALUE;
            case I16 -> BAD;
            default -> BAD_FLOAT;
        };
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] >= bad ? Double.NaN : z[i] * wavelength / mult / 1000;
        }
        Metadata m = Metadata.EMPTY.with("instrument", "Wyko").with("wavelength", wavelength, "nm")
                .with("Mult", mult).with("title", text(b, blocks, "Title")).with("date", text(b, blocks, "Date"))
                .with("time", text(b, blocks, "Time"));
        Raster r = map.columnsUpward(z, "um").step(pixel, pixel * aspect, "mm", "blocks Pixel_size and Aspect")
                .metadata(m).build(named ? source.name() + " " + block.name : "");
        return type.isWhole() || blocks.containsKey("Mult") ? r : r.withHeader(r.header().remarking(Remark.warning(
                "The file has no block Mult; its heights are taken as whole wavelengths of " + wavelength
                + " nm. Compare one with what the instrument shows.").coded("no-mult")));
    }

    private static Block need(SurfaceBytes b, Map<String, Block> blocks, String name) throws DatasetFormatException {
        Block block = blocks.get(name);
        if (block == null) {
            throw new DatasetFormatException(b.file(), "directory", "there is no block '" + name
                    + "', without which heights are not known");
        }
        return block;
    }

    private static double real(SurfaceBytes b, Map<String, Block> blocks, String name) throws DatasetFormatException {
        Block block = need(b, blocks, name);
        double v = b.f32(block.at);
        if (!(v > 0 && Double.isFinite(v))) {
            throw b.wrong(block.at, name + " is " + v);
        }
        return v;
    }

    private static double whole(SurfaceBytes b, Map<String, Block> blocks, String name) throws DatasetFormatException {
        Block block = need(b, blocks, name);
        int v = b.i16(block.at);
        if (v <= 0) {
            throw b.wrong(block.at, name + " is " + v);
        }
        return v;
    }

    private static String text(SurfaceBytes b, Map<String, Block> blocks, String name) throws DatasetFormatException {
        Block block = blocks.get(name);
        return block == null ? "" : b.text(block.at, (int) Math.min(block.length, 200));
    }
}
