package org.interphase.report.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.figure.Typeface;
import org.interphase.report.HtmlReport;
import org.interphase.report.ReportData;
import org.interphase.report.figure.FigurePdf;
import org.interphase.report.figure.NoMachineFonts;

/** Writes a report as PDF: the page of {@link HtmlReport} laid out for A4. */
public final class PdfReport {

    private PdfReport() {
    }

    /**
     * The document as bytes.
     *
     * @throws IOException if it cannot be made
     */
    public static byte[] write(ReportData data) throws IOException {
        NoMachineFonts.install();
        List<byte[]> figures = new ArrayList<>();
        String page = HtmlReport.write(data, (scene, title) -> {
            try {
                figures.add(FigurePdf.write(scene));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return String.format(Locale.ROOT,
                    "<img src=\"figure:%d.pdf\" style=\"width:%.1fpx;height:%.1fpx\" alt=\"%s\"/>", figures.size() - 1,
                    scene.width(), scene.height(), HtmlReport.attribute(title));
        });
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        // tags, language and title after PDF/UA; the library tells of what it can't tag only in its log
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(page, "figure:");
        builder.useFont(() -> font(Typeface.REGULAR), Typeface.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font(Typeface.BOLD), Typeface.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useFont(() -> font(Typeface.MONO), "Liberation Mono", 400, FontStyle.NORMAL, true);
        builder.useProtocolsStreamImplementation(uri -> new Bytes(figures.get(number(uri))), "figure");
        builder.useUriResolver((base, uri) -> uri);
        builder.withProducer(data.software());
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    private static int number(String uri) {
        return Integer.parseInt(uri.replaceAll("\\D", ""));
    }

    private static InputStream font(Typeface face) {
        try {
            return face.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Bytes(byte[] content) implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
