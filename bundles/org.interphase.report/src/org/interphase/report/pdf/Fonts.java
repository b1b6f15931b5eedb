package org.interphase.report.pdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts that PDF reports embed: Liberation (SIL Open Font License 1.1), so that no font of the machine is needed. */
final class Fonts {

    static final String REGULAR = "LiberationSans-Regular.ttf";
    static final String BOLD = "LiberationSans-Bold.ttf";
    static final String MONO = "LiberationMono-Regular.ttf";

    private Fonts() {
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
