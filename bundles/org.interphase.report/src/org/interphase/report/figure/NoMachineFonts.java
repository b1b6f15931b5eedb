package org.interphase.report.figure;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.interphase.figure.Typeface;

/**
 * Stands in for the fonts every PDF reader has, so that PDFBox neither searches this machine for fonts nor leaves a
 * cache of them in the home folder. No text of a report is set in them.
 */
public final class NoMachineFonts implements FontMapper {

    private final TrueTypeFont font;

    /** @throws IOException if this installation lacks its font */
    public static void install() throws IOException {
        if (!(FontMappers.instance() instanceof NoMachineFonts)) {
            FontMappers.set(new NoMachineFonts());
        }
    }

    private NoMachineFonts() throws IOException {
        try (InputStream in = Typeface.REGULAR.open()) {
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
