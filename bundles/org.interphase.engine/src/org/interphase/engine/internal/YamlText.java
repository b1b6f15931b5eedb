package org.interphase.engine.internal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.engine.document.DocumentException;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads and writes YAML 1.2 as trees of plain values. Nothing but text, numbers, truth values, lists and maps is ever
 * made from a document: tags that name anything else are errors. Size, depth and the number of values that aliases
 * stand for are bounded.
 */
public final class YamlText {

    /** Largest document read, in bytes. */
    public static final int MAX_BYTES = 16 << 20;
    /** Largest number of values in a document, with aliases written out. */
    public static final int MAX_VALUES = 1_000_000;
    private static final int MAX_DEPTH = 40;
    private static final int MAX_ALIASES = 50;

    private final String file;
    private int values;

    private YamlText(String file) {
        this.file = file;
    }

    /**
     * Reads a document.
     *
     * @param file name for error messages
     * @throws DocumentException if it is no YAML document of plain values, naming line and column
     */
    public static YamlValue read(String file, byte[] content) throws DocumentException {
        if (content.length > MAX_BYTES) {
            throw new DocumentException(file, 0, 0, "the document has " + content.length + " bytes, more than the "
                    + MAX_BYTES + " a document may have");
        }
        try {
            return new YamlText(file).value(compose(file, new String(content, StandardCharsets.UTF_8)), 0);
        } catch (StackOverflowError e) {
            throw new DocumentException(file, 0, 0, "the document is nested too deeply");
        }
    }

    /** The nodes of a document with their places in it. */
    static Node compose(String file, String text) throws DocumentException {
        LoadSettings settings = LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false).setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(MAX_BYTES).setUseMarks(true).build();
        try {
            return new Compose(settings).composeString(text)
                    .orElseThrow(() -> new DocumentException(file, 0, 0, "the document is empty"));
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            String begun = e.getContextMark().filter(c -> mark != null && c.getLine() < mark.getLine())
                    .map(c -> " (" + e.getContext() + " that begins in line " + (c.getLine() + 1) + ")").orElse("");
            throw new DocumentException(file, mark == null ? 0 : mark.getLine() + 1,
                    mark == null ? 0 : mark.getColumn() + 1, "this is no valid YAML: " + e.getProblem() + begun);
        } catch (YamlEngineException e) {
            throw new DocumentException(file, 0, 0, "this is no valid YAML: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new DocumentException(file, 0, 0, "the document is nested too deeply");
        }
    }

    /** Writes a tree in block style, keys in order. */
    public static byte[] write(Map<String, ?> tree) {
        DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setIndent(2)
                .setIndicatorIndent(2).setIndentWithIndicator(true).setWidth(110).setSplitLines(true).build();
        return new Dump(settings).dumpToString(withoutShared(tree)).getBytes(StandardCharsets.UTF_8);
    }

    // the writer turns an object met twice into an alias; copies keep documents plain to read and to compare
    private static Object withoutShared(Object value) {
        return switch (value) {
            case Map<?, ?> m -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                m.forEach((k, v) -> copy.put(k, withoutShared(v)));
                yield copy;
            }
            case List<?> l -> {
                List<Object> copy = new ArrayList<>();
                l.forEach(v -> copy.add(withoutShared(v)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private DocumentException fail(Node node, String reason) {
        Optional<Mark> mark = node.getStartMark();
        return new DocumentException(file, mark.map(m -> m.getLine() + 1).orElse(0),
                mark.map(m -> m.getColumn() + 1).orElse(0), reason);
    }

    private YamlValue value(Node node, int depth) throws DocumentException {
        if (++values > MAX_VALUES) {
            throw fail(node, "the document stands for more than " + MAX_VALUES + " values");
        }
        if (depth > MAX_DEPTH) {
            throw fail(node, "the document is nested more than " + MAX_DEPTH + " deep");
        }
        int line = node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
        int column = node.getStartMark().map(m -> m.getColumn() + 1).orElse(0);
        return new YamlValue(file, line, column, switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode list -> list(list, depth);
            case MappingNode map -> map(map, depth);
            default -> throw fail(node, "this cannot be in a document");
        });
    }

    private List<YamlValue> list(SequenceNode node, int depth) throws DocumentException {
        requireTag(node, Tag.SEQ);
        List<YamlValue> out = new ArrayList<>();
        for (Node item : node.getValue()) {
            out.add(value(item, depth + 1));
        }
        return out;
    }

    private Map<String, YamlValue> map(MappingNode node, int depth) throws DocumentException {
        requireTag(node, Tag.MAP);
        Map<String, YamlValue> out = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw fail(tuple.getKeyNode(), "a key must be a plain word");
            }
            if (out.put(key.getValue(), value(tuple.getValueNode(), depth + 1)) != null) {
                throw fail(key, "the key '" + key.getValue() + "' occurs twice");
            }
        }
        return out;
    }

    private void requireTag(Node node, Tag expected) throws DocumentException {
        if (!node.getTag().equals(expected)) {
            throw fail(node, "the tag " + node.getTag().getValue() + " is not permitted; documents hold plain values "
                    + "only");
        }
    }

    private Object scalar(ScalarNode node) throws DocumentException {
        String text = node.getValue();
        Tag tag = node.getTag();
        try {
            if (tag.equals(Tag.STR)) {
                return text;
            } else if (tag.equals(Tag.NULL)) {
                return null;
            } else if (tag.equals(Tag.BOOL)) {
                return Boolean.valueOf(text);
            } else if (tag.equals(Tag.INT)) {
                BigInteger whole = new BigInteger(text);
                return whole.bitLength() < 64 ? (Object) whole.longValue() : (Object) whole.doubleValue();
            } else if (tag.equals(Tag.FLOAT)) {
                return switch (text) {
                    case ".nan" -> Double.NaN;
                    case ".inf" -> Double.POSITIVE_INFINITY;
                    case "-.inf" -> Double.NEGATIVE_INFINITY;
                    default -> Double.valueOf(text);
                };
            }
        } catch (NumberFormatException e) {
            throw fail(node, "'" + text + "' is no number");
        }
        throw fail(node, "the tag " + tag.getValue() + " is not permitted; documents hold plain values only");
    }
}
