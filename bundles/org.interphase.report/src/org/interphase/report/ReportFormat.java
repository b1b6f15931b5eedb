package org.interphase.report;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a report can be written as. */
public enum ReportFormat {
    /** One self-contained page. */
    HTML("report.html"),
    /** The page for paper, with vector figures and embedded fonts. */
    PDF("report.pdf"),
    /** All numbers as a table. */
    CSV("results.csv"),
    /** All numbers and remarks as one document. */
    JSON("results.json"),
    /** All numbers as a spreadsheet. */
    XLSX("results.xlsx"),
    /** The page for a word processor; only on request. */
    DOCX("report.docx");

    /** What is written when nothing is asked for. */
    public static final Set<ReportFormat> USUAL = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(DOCX)));

    private final String fileName;

    ReportFormat(String fileName) {
        this.fileName = fileName;
    }

    /** Name of the file it is written to. */
    public String fileName() {
        return fileName;
    }

    /**
     * The format of a name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public static ReportFormat of(String name) {
        for (ReportFormat f : values()) {
            if (f.name().equalsIgnoreCase(name.strip())) {
                return f;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is no report format; choose from "
                + String.join(", ", java.util.Arrays.stream(values()).map(f -> f.name().toLowerCase(Locale.ROOT))
                .toList()));
    }
}
