package org.interphase.report.pdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts that PDF reports embed: Liberation (SIL Open Font License 1.1), so that no font of the machine is needed.
 */
final class Fonts {

    static final String REGULAR = "LiberationSans-Regular.ttf";
    static final String BOLD = "LiberationSans-Bold.ttf";
    static final String MONO = "LiberationMono-Regular.ttf";

    private Fonts() {
    }

    /**
     * Stands in for the fonts every PDF reader has, so that PDFBox neither searches this machine for fonts nor leaves a
     * cache of them in the home folder. No text of a report is set in them.
     */
    static final class NoMachineFonts implements FontMapper {

        private final TrueTypeFont font;

        NoMachineFonts() throws IOException {
            try (InputStream in = open(REGULAR)) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            }
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, false);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String baseFont, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, false);
        }

        @Override
        public CIDFontMapping getCIDFont(String baseFont, PDFontDescriptor descriptor, PDCIDSystemInfo info) {
            return new CIDFontMapping(null, font, false);
        }
    }

    static InputStream open(String name) throws IOException {
        InputStream in = Fonts.class.getResourceAsStream("/liberation/" + name);
        if (in == null) {
            throw new FileNotFoundException("the font " + name + " is missing from this installation");
        }
        return in;
    }

    static PDFont load(PDDocument document, String name) throws IOException {
        try (InputStream in = open(name)) {
            return PDType0Font.load(document, in, true);
        }
    }
}
