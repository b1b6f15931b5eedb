package org.interphase.engine.internal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Where the values of a document stand in its text. All places are offsets into the text.
 *
 * @param text the document
 */
record YamlLayout(String text) {

    /** A part of the text. */
    record Span(int from, int to) {
    }

    /** Whether nodes are used twice, which makes a change of one a change of another. */
    static boolean hasAliases(Node root) {
        return meetsTwice(root, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean meetsTwice(Node node, Set<Node> met) {
        if (!met.add(node)) {
            return true;
        }
        return switch (node) {
            case SequenceNode s -> s.getValue().stream().anyMatch(n -> meetsTwice(n, met));
            case MappingNode m -> m.getValue().stream().anyMatch(t -> meetsTwice(t.getKeyNode(), met)
                    || meetsTwice(t.getValueNode(), met));
            default -> false;
        };
    }

    static boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> c && c.getFlowStyle() == FlowStyle.FLOW;
    }

    int start(Node node) {
        return offset(node.getStartMark().orElseThrow());
    }

    /** Column of a node, from 0. */
    int column(Node node) {
        return node.getStartMark().orElseThrow().getColumn();
    }

    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, Math.min(mark.getIndex(), text.codePointCount(0, text.length())));
    }

    /** Where the content of a node ends, without comments and blank lines after it. */
    int end(Node node) {
        if (!isFlow(node)) {
            if (node instanceof SequenceNode s && !s.getValue().isEmpty()) {
                // an empty last item is its dash
                return s.getValue().stream().mapToInt(n -> Math.max(end(n), dash(s, n) + 1)).max().orElseThrow();
            }
            if (node instanceof MappingNode m && !m.getValue().isEmpty()) {
                return m.getValue().stream().mapToInt(this::end).max().orElseThrow();
            }
        }
        int end = offset(node.getEndMark().orElseThrow());
        int start = start(node);
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Where an entry of a group ends. */
    int end(NodeTuple entry) {
        return Math.max(end(entry.getValueNode()), colon(entry) + 1);
    }

    /** The colon after a key. */
    int colon(NodeTuple entry) {
        return text.indexOf(':', end(entry.getKeyNode()));
    }

    /** The dash of an item of a block list. */
    int dash(SequenceNode list, Node item) {
        if (item == list.getValue().get(0)) {
            return start(list);
        }
        int at = start(item) - 1;
        while (at > 0 && text.charAt(at) != '-') {
            at--;
        }
        return at;
    }

    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** Start of the next line. */
    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /** Whether nothing but blanks stands before a place in its line. */
    boolean isFirstOfLine(int at) {
        return text.substring(lineStart(at), at).isBlank();
    }

    /**
     * The lines of an item of a block list, with the comment lines right above it at the same indentation. Above the
     * first item such lines may be the heading of the list; they are its own only where other items have some too.
     */
    Span lines(SequenceNode list, int index) {
        List<Node> items = list.getValue();
        Node item = items.get(index);
        int dash = dash(list, item);
        boolean own = index > 0;
        for (int i = 1; i < items.size() && !own; i++) {
            own = withComments(dash(list, items.get(i))) < lineStart(dash(list, items.get(i)));
        }
        return new Span(own ? withComments(dash) : lineStart(dash), lineEnd(Math.max(end(item), dash + 1)));
    }

    private int withComments(int dash) {
        int from = lineStart(dash);
        int column = dash - from;
        while (from > 0) {
            int before = lineStart(from - 1);
            String line = text.substring(before, from);
            if (!line.strip().startsWith("#") || line.indexOf('#') != column) {
                break;
            }
            from = before;
        }
        return from;
    }

    /** How lines end in this document. */
    String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** Lines with this indentation; the first stands where the caller puts it. */
    String block(List<String> lines, int indentation) {
        return String.join(lineBreak() + " ".repeat(indentation), lines).replaceAll("(?m)^ +$", "");
    }
}
