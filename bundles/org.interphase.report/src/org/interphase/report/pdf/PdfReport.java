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
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.interphase.report.HtmlReport;
import org.interphase.report.ReportData;

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
        FontMappers.set(new Fonts.NoMachineFonts());
        List<byte[]> figures = new ArrayList<>();
        String page = HtmlReport.write(data, (scene, title) -> {
            try {
                figures.add(ScenePdf.write(scene));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return String.format(Locale.ROOT,
                    "<img src=\"figure:%d.pdf\" style=\"width:%.1fpx;height:%.1fpx\" alt=\"\"/>", figures.size() - 1,
                    scene.width(), scene.height());
        });
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.withHtmlContent(page, "figure:");
        builder.useFont(() -> font(Fonts.REGULAR), "Liberation Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font(Fonts.BOLD), "Liberation Sans", 700, FontStyle.NORMAL, true);
        builder.useFont(() -> font(Fonts.MONO), "Liberation Mono", 400, FontStyle.NORMAL, true);
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

    private static InputStream font(String name) {
        try {
            return Fonts.open(name);
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
