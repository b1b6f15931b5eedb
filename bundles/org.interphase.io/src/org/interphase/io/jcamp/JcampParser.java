package org.interphase.io.jcamp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;

/**
 * Reads JCAMP-DX (McDonald and Wilks, Appl. Spectrosc. 42 (1988) 151; version 5: Davies and Lampen, Appl. Spectrosc.
 * 47 (1993) 1093): AFFN, PAC, SQZ, DIF and DUP tables, XYPOINTS, peak tables, NTUPLES pages, LINK blocks.
 */
public final class JcampParser {

    /** A comma between digits. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<=\\d),(?=\\d)");

    /** A record of the file: label as written, line it starts on, value with continuation lines. */
    private record Item(String label, int line, List<String> value) {
        String first() {
            return value.get(0).strip();
        }
    }

    private final String file;
    private final long limit;
    private final List<Item> items;
    private final boolean endsCleanly;
    private int next;

    private JcampParser(String file, long limit, List<Item> items, boolean endsCleanly) {
        this.file = file;
        this.limit = limit;
        this.items = items;
        this.endsCleanly = endsCleanly;
    }

    /**
     * Reads a file.
     *
     * @param file name for messages
     * @param content the whole file
     * @return the outermost block
     * @throws DatasetFormatException naming the line, if the file breaks the format
     */
    public static JcampBlock parse(String file, byte[] content) throws DatasetFormatException {
        String text = decode(content);
        List<Item> items = items(file, text);
        if (items.isEmpty() || !JcampBlock.normalise(items.get(0).label()).equals("TITLE")) {
            throw new DatasetFormatException(file, "line 1", "a JCAMP-DX file begins with ##TITLE=");
        }
        JcampParser parser = new JcampParser(file, 1_000_000L + 64L * content.length, items,
                text.endsWith("\n") || text.endsWith("\r"));
        return parser.block(0);
    }

    private static String decode(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            // older files are in the encoding of the instrument's computer; Latin-1 reads any byte
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    private static List<Item> items(String file, String text) throws DatasetFormatException {
        List<Item> out = new ArrayList<>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int comment = line.indexOf("$$");
            if (comment >= 0) {
                line = line.substring(0, comment);
            }
            if (line.startsWith("\uFEFF")) {
                line = line.substring(1);
            }
            if (line.stripLeading().startsWith("##")) {
                String record = line.stripLeading();
                int equals = record.indexOf('=');
                if (equals < 0) {
                    throw new DatasetFormatException(file, "line " + (i + 1), "a record has no '=': " + cut(record));
                }
                List<String> value = new ArrayList<>();
                value.add(record.substring(equals + 1));
                out.add(new Item(record.substring(2, equals).strip(), i + 1, value));
            } else if (!out.isEmpty()) {
                out.getLast().value().add(line);
            } else if (!line.isBlank()) {
                throw new DatasetFormatException(file, "line " + (i + 1), "a JCAMP-DX file begins with ##TITLE=");
            }
        }
        return out;
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private JcampBlock block(int depth) throws DatasetFormatException {
        Item title = items.get(next++);
        if (depth > 16) {
            throw new DatasetFormatException(file, "line " + title.line(), "blocks are nested deeper than 16");
        }
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(title.label(), title.first());
        List<JcampTable> tables = new ArrayList<>();
        List<JcampBlock> children = new ArrayList<>();
        String page = "";
        while (next < items.size()) {
            Item item = items.get(next);
            String label = JcampBlock.normalise(item.label());
            if (label.equals("TITLE")) {
                children.add(block(depth + 1));
                continue;
            }
            next++;
            switch (label) {
                case "END" -> {
                    return new JcampBlock(title.line(), labels, tables, children);
                }
                case "" -> {
                    // "##=" begins a comment
                }
                case "PAGE" -> page = item.first();
                case "XYDATA", "XYPOINTS", "RADATA", "DATATABLE", "PEAKTABLE", "XYWDATA" ->
                    tables.add(table(item, labels, page));
                default -> labels.putIfAbsent(item.label(), String.join("\n", item.value()).strip());
            }
        }
        if (depth == 0 && endsCleanly && children.isEmpty() && tables.size() == 1 && tables.get(0).counted()) {
            JcampTable t = tables.get(0).noting("The file has no ##END=; its table has as many points as NPOINTS says, "
                    + "so nothing of it is missing.");
            return new JcampBlock(title.line(), labels, List.of(t), children);
        }
        throw new DatasetFormatException(file, "line " + title.line(),
                "the block '" + cut(title.first()) + "' has no ##END=: the file is cut off");
    }

    private JcampTable table(Item item, Map<String, String> labels, String page) throws DatasetFormatException {
        String[] symbols = JcampTables.symbols(item.first());
        if (symbols == null) {
            throw new DatasetFormatException(file, "line " + item.line(),
                    "'" + cut(item.first()) + "' is no known form of a data table, such as (X++(Y..Y))");
        }
        JcampBlock so = new JcampBlock(0, labels, List.of(), List.of());
        JcampTables reader = new JcampTables(file, limit);
        List<String> lines = item.value().subList(1, item.value().size());
        if (so.hasDecimalCommas()) {
            lines = lines.stream().map(l -> DECIMAL_COMMA.matcher(l).replaceAll(".")).toList();
        }
        JcampTables.Variables variables = variables(so, symbols);
        return symbols[2].equals("++") ? reader.stepped(symbols, page, lines, item.line() + 1, variables)
                : reader.pairs(symbols, page, lines, item.line() + 1, variables,
                        JcampBlock.normalise(item.label()).equals("PEAKTABLE"));
    }

    private static JcampTables.Variables variables(JcampBlock so, String[] symbols) {
        List<String> names = so.list("SYMBOL");
        int ix = names.indexOf(symbols[0]);
        int iy = names.indexOf(symbols[1]);
        if (ix >= 0 && iy >= 0) {
            double first = entry(so, "FIRST", ix, Double.NaN);
            double last = entry(so, "LAST", ix, Double.NaN);
            double dimension = entry(so, "VARDIM", ix, -1);
            double delta = dimension > 1 ? (last - first) / (dimension - 1) : Double.NaN;
            return new JcampTables.Variables(first, last, factor(entry(so, "FACTOR", ix, 1)),
                    factor(entry(so, "FACTOR", iy, 1)), delta, (long) dimension);
        }
        String x = symbols[0];
        return new JcampTables.Variables(so.number("FIRST" + x).orElse(Double.NaN),
                so.number("LAST" + x).orElse(Double.NaN), factor(so.number(x + "FACTOR").orElse(1)),
                factor(so.number(symbols[1] + "FACTOR").orElse(1)),
                so.number("DELTA" + x).orElse(Double.NaN), (long) so.number("NPOINTS").orElse(-1));
    }

    private static double factor(double stated) {
        return stated == 0 || !Double.isFinite(stated) ? 1 : stated;
    }

    private static double entry(JcampBlock so, String label, int index, double otherwise) {
        List<String> all = so.list(label);
        if (index >= all.size() || all.get(index).isEmpty()) {
            return otherwise;
        }
        try {
            return Double.parseDouble(all.get(index));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
