package org.interphase.engine.project;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.ReferenceTable;
import org.interphase.api.parameters.Suggestions;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.document.Documents;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.registry.UnknownNameException;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Series;

/** Reference values a project adds to those of the techniques, from CSV files. */
public final class ReferenceTables {

    private static final String SOURCE = "source";

    private ReferenceTables() {
    }

    /**
     * Reads a CSV file with the columns of a technique's table. A column may be left out; a row without source gets
     * the file's name as its source.
     *
     * @param known the technique's table of the same identifier
     * @throws DocumentException naming line and cause
     * @throws IOException if it cannot be read
     */
    public static ReferenceTable read(Path file, ReferenceTable known) throws IOException {
        String name = file.getFileName().toString();
        String text = new String(Documents.content(file), StandardCharsets.UTF_8);
        List<List<String>> rows = new ArrayList<>();
        // rows of another length are refused below, with their line
        try (CsvReader<CsvRecord> csv = CsvReader.builder().allowMissingFields(true).allowExtraFields(true)
                .ofCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text)) {
            List<String> header = null;
            for (CsvRecord record : csv) {
                int line = (int) record.getStartingLineNumber();
                if (header == null) {
                    header = record.getFields().stream().map(String::strip).toList();
                    requireKnown(name, line, header, known);
                } else if (record.getFieldCount() != header.size()) {
                    throw new DocumentException(name, line, 1, "the row has " + record.getFieldCount()
                            + " cells instead of " + header.size());
                } else {
                    rows.add(row(record, header, known, name));
                }
            }
            if (header == null) {
                throw new DocumentException(name, 0, 0, "the table is empty; its first line names columns");
            }
        } catch (CsvParseException e) {
            throw new DocumentException(name, 0, 0, "this is no valid CSV: " + e.getMessage());
        }
        return new ReferenceTable(known.id(), known.title(), known.columns(), rows);
    }

    private static void requireKnown(String file, int line, List<String> header, ReferenceTable known)
            throws DocumentException {
        for (String column : header) {
            if (!known.columns().contains(column)) {
                throw new DocumentException(file, line, 1, "table '" + known.id() + "' has no column '" + column + "'"
                        + Suggestions.phrase(column, known.columns()) + "; columns: "
                        + String.join(", ", known.columns()));
            }
        }
    }

    private static List<String> row(CsvRecord record, List<String> header, ReferenceTable known, String file) {
        List<String> row = new ArrayList<>();
        for (String column : known.columns()) {
            int at = header.indexOf(column);
            String cell = at < 0 ? "" : record.getField(at).strip();
            row.add(cell.isEmpty() && column.equals(SOURCE) ? "project table " + file : cell);
        }
        return row;
    }

    /**
     * The tables of a project.
     *
     * @throws IOException if a file cannot be used or no technique has a table of that identifier
     */
    public static List<ReferenceTable> of(Project project, TechniqueRegistry registry) throws IOException {
        List<ReferenceTable> out = new ArrayList<>();
        if (project.tables().isEmpty()) {
            return out;
        }
        ProjectFiles files = ProjectFiles.in(project.folder());
        List<ReferenceTable> known = registry.referenceTables();
        for (Project.TableFile t : project.tables()) {
            ReferenceTable base = known.stream().filter(k -> k.id().equals(t.id())).findFirst()
                    .orElseThrow(() -> new DocumentException(ProjectStore.FILE, 0, 0,
                            new UnknownNameException("reference table", t.id(),
                                    known.stream().map(ReferenceTable::id).toList()).getMessage()));
            out.add(read(files.resolve(t.file()), base));
        }
        return out;
    }

    /** A dataset (and the members of a series) with tables as products, which its operations then find. */
    public static Dataset attach(Dataset dataset, List<ReferenceTable> tables) {
        if (tables.isEmpty()) {
            return dataset;
        }
        Dataset inner = dataset instanceof Series s
                ? s.withMembers(s.members().stream().map(m -> attach(m, tables)).toList()) : dataset;
        DatasetHeader header = inner.header();
        for (ReferenceTable t : tables) {
            header = header.with(t);
        }
        return inner.withHeader(header);
    }
}
