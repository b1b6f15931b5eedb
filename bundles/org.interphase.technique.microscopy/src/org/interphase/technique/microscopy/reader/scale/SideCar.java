package org.interphase.technique.microscopy.reader.scale;

import java.io.IOException;
import java.util.Optional;
import org.interphase.api.Source;
import org.interphase.technique.microscopy.reader.tiff.TextBytes;

/** Scale from a text file beside the picture, as JEOL, Hitachi and TESCAN ({@code .hdr}) write it. */
public final class SideCar {

    private static final long MOST_BYTES = 1 << 20;

    private SideCar() {
    }

    /** What the side-car file says, if there is one of a known maker. */
    public static Optional<ScaleFacts> read(Source picture, int width, int height) throws IOException {
        String name = picture.name();
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        String suffix = dot < 0 ? "" : name.substring(dot + 1);
        for (String candidate : new String[] {base + ".txt", base + ".TXT", base + "-" + suffix + ".hdr",
            base + ".hdr"}) {
            Optional<Source> sibling = picture.sibling(candidate);
            if (sibling.isPresent() && sibling.get().size() <= MOST_BYTES) {
                byte[] raw = sibling.get().read(0, (int) MOST_BYTES);
                Optional<ScaleFacts> facts = parse(TextBytes.decode(raw), width, height);
                if (facts.isPresent()) {
                    return facts;
                }
            }
        }
        return Optional.empty();
    }

    /** What a maker's text says, wherever it stands; empty if it is of none known. */
    public static Optional<ScaleFacts> parse(String text, int width, int height) {
        if (JeolText.suits(text)) {
            return Optional.of(JeolText.read(text, width, height));
        }
        if (HitachiText.suits(text)) {
            return Optional.of(HitachiText.read(text, width));
        }
        return text.contains("PixelSizeX=") ? Optional.of(TescanText.read(text, width, height,
                "TESCAN side-car PixelSizeX")) : Optional.empty();
    }
}
