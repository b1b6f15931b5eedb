package org.interphase.engine.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interphase.engine.document.DocumentException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML document whose values can be changed without touching the rest of its text: comments, order, blank lines,
 * quotes and keys nobody knows stay. Immutable. Each change is checked: read again, the document must say what it said
 * before, but for the change; a document that is written so that this can't be had is refused and not damaged.
 *
 * <p>A place in the document is a path of keys (text) and positions in lists (whole numbers).
 */
public final class YamlEdit {

    private final String file;
    private final String text;
    private final Node root;
    private final YamlLayout at;

    private YamlEdit(String file, String text, Node root) {
        this.file = file;
        this.text = text;
        this.root = root;
        this.at = new YamlLayout(text);
    }

    /**
     * A document.
     *
     * @param file name for error messages
     * @throws DocumentException if it is no YAML document of plain values
     */
    public static YamlEdit of(String file, String text) throws DocumentException {
        YamlEdit out = new YamlEdit(file, text, YamlText.compose(file, text));
        out.value();
        return out;
    }

    /** The document. */
    public String text() {
        return text;
    }

    /** What it says. */
    public YamlValue value() throws DocumentException {
        return YamlText.read(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sets an entry of a group or replaces an item of a list.
     *
     * @param path place; groups that are missing on the way are made
     * @param value text, whole number, truth value, list or map of those
     * @param after keys after which a new entry goes, the last of them that is there counts; at the end if none is
     * @throws DocumentException if the document is written so that this cannot be done
     */
    public YamlEdit set(List<?> path, Object value, String... after) throws DocumentException {
        Object expected = changed(value().plain(), path, value);
        Optional<Node> owner = find(path.subList(0, path.size() - 1));
        Object last = path.get(path.size() - 1);
        if (owner.isPresent() && YamlLayout.isFlow(owner.get()) || last instanceof Integer) {
            return again(path.subList(0, path.size() - (last instanceof Integer ? 0 : 1)), expected, path);
        }
        if (owner.isEmpty() || !(owner.get() instanceof MappingNode map)) {
            Map<String, Object> made = new LinkedHashMap<>();
            made.put(String.valueOf(last), value);
            return set(path.subList(0, path.size() - 1), made);
        }
        Optional<NodeTuple> old = entry(map, String.valueOf(last));
        if (old.isEmpty()) {
            return checked(added(map, String.valueOf(last), value, after), expected);
        }
        return checked(replaced(map, old.get(), String.valueOf(last), value), expected);
    }

    private String replaced(MappingNode map, NodeTuple entry, String key, Object value) {
        Node old = entry.getValueNode();
        boolean oneLine = !(value instanceof String s && s.contains("\n"));
        if (old instanceof ScalarNode scalar && oneLine && !isGroup(value)) {
            boolean none = at.start(scalar) >= at.end(scalar);
            return none ? with(at.colon(entry) + 1, at.colon(entry) + 1, " " + YamlWords.inline(value))
                    : with(at.start(scalar), at.end(scalar), YamlWords.inline(value));
        }
        return with(at.start(entry.getKeyNode()), at.end(entry), at.block(YamlWords.entry(key, value),
                at.column(map)));
    }

    private static boolean isGroup(Object value) {
        return value instanceof Map || value instanceof List;
    }

    private String added(MappingNode map, String key, Object value, String... after) {
        List<NodeTuple> entries = map.getValue();
        NodeTuple before = entries.get(entries.size() - 1);
        for (String k : after) {
            before = entry(map, k).orElse(before);
        }
        int column = at.column(map);
        return withLines(at.lineEnd(at.end(before)), " ".repeat(column)
                + at.block(YamlWords.entry(key, value), column));
    }

    /**
     * Takes an entry or an item away. A list that becomes empty stays as an empty one.
     *
     * @throws DocumentException if there is none, or the document is written so that this cannot be done
     */
    public YamlEdit remove(List<?> path) throws DocumentException {
        Object expected = removed(value().plain(), path);
        List<?> ownerPath = path.subList(0, path.size() - 1);
        Node owner = find(ownerPath).orElseThrow(() -> refuse("there is nothing at " + path));
        Object last = path.get(path.size() - 1);
        boolean onlyOne = owner instanceof SequenceNode s && s.getValue().size() == 1
                || owner instanceof MappingNode m && m.getValue().size() == 1;
        if (YamlLayout.isFlow(owner) || onlyOne) {
            return again(ownerPath, expected, path);
        }
        if (owner instanceof SequenceNode list) {
            YamlLayout.Span lines = at.lines(list, (Integer) last);
            requireLine(at.dash(list, list.getValue().get((Integer) last)));
            return checked(with(lines.from(), lines.to(), ""), expected);
        }
        MappingNode map = (MappingNode) owner;
        NodeTuple entry = entry(map, String.valueOf(last)).orElseThrow(() -> refuse("there is nothing at " + path));
        int from = at.start(entry.getKeyNode());
        if (at.isFirstOfLine(from)) {
            return checked(with(at.lineStart(from), at.lineEnd(at.end(entry)), ""), expected);
        }
        // the first key stands behind the dash of its item; the next one takes its place
        NodeTuple next = map.getValue().get(map.getValue().indexOf(entry) + 1);
        return checked(with(from, at.start(next.getKeyNode()), ""), expected);
    }

    /**
     * Puts an item into a list, which is made if it is missing.
     *
     * @throws DocumentException if the document is written so that this cannot be done
     */
    public YamlEdit insert(List<?> path, int index, Object value) throws DocumentException {
        Optional<Node> owner = find(path);
        if (owner.isEmpty() || !(owner.get() instanceof SequenceNode list) || list.getValue().isEmpty()) {
            return set(path, List.of(value));
        }
        List<Object> items = new ArrayList<>((List<?>) at(value().plain(), path));
        items.add(index, value);
        Object expected = changed(value().plain(), path, items);
        if (YamlLayout.isFlow(list)) {
            return again(path, expected, path);
        }
        int column = at.column(list);
        requireLine(at.start(list));
        int where = index < list.getValue().size() ? at.lines(list, index).from()
                : at.lines(list, list.getValue().size() - 1).to();
        return checked(withLines(where, " ".repeat(column) + at.block(YamlWords.item(value), column)), expected);
    }

    /**
     * Moves an item within its list, with the comments right above it.
     *
     * @throws DocumentException if the document is written so that this cannot be done
     */
    public YamlEdit move(List<?> path, int from, int to) throws DocumentException {
        List<Object> items = new ArrayList<>((List<?>) at(value().plain(), path));
        items.add(to, items.remove(from));
        Object expected = changed(value().plain(), path, items);
        SequenceNode list = (SequenceNode) find(path).orElseThrow();
        if (YamlLayout.isFlow(list)) {
            return again(path, expected, path);
        }
        List<YamlLayout.Span> spans = new ArrayList<>();
        for (int i = 0; i < list.getValue().size(); i++) {
            requireLine(at.dash(list, list.getValue().get(i)));
            spans.add(at.lines(list, i));
        }
        List<YamlLayout.Span> order = new ArrayList<>(spans);
        order.add(to, order.remove(from));
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int i = 0; i < spans.size(); i++) {
            // what stands between items stays where it is
            out.append(text, done, spans.get(i).from());
            String lines = text.substring(order.get(i).from(), order.get(i).to());
            out.append(lines).append(lines.endsWith("\n") ? "" : at.lineBreak());
            done = spans.get(i).to();
        }
        return checked(out.append(text.substring(done)).toString(), expected);
    }

    /** Writes what is at a place anew; for lists and groups in brackets, and those that get or lose all content. */
    private YamlEdit again(List<?> path, Object expected, List<?> asked) throws DocumentException {
        Node node = find(path).orElseThrow(() -> refuse("there is nothing at " + asked));
        Object value = at(expected, path);
        if (YamlLayout.isFlow(node) || path.isEmpty()) {
            if (path.isEmpty() && !YamlLayout.isFlow(node)) {
                throw refuse("nothing would be left of the document");
            }
            return checked(with(at.start(node), at.end(node), YamlWords.inline(value)), expected);
        }
        List<?> ownerPath = path.subList(0, path.size() - 1);
        Node owner = find(ownerPath).orElseThrow();
        if (YamlLayout.isFlow(owner)) {
            return again(ownerPath, expected, asked);
        }
        if (owner instanceof MappingNode map) {
            String key = String.valueOf(path.get(path.size() - 1));
            NodeTuple entry = entry(map, key).orElseThrow();
            return checked(replaced(map, entry, key, value), expected);
        }
        SequenceNode list = (SequenceNode) owner;
        Node item = list.getValue().get((Integer) path.get(path.size() - 1));
        int dash = at.dash(list, item);
        return checked(with(dash, Math.max(dash + 1, at.end(item)), at.block(YamlWords.item(value),
                at.column(list))), expected);
    }

    private String with(int from, int to, String instead) {
        return text.substring(0, from) + instead + text.substring(to);
    }

    private String withLines(int where, String lines) {
        boolean open = where > 0 && text.charAt(where - 1) != '\n';
        return with(where, where, (open ? at.lineBreak() : "") + lines + at.lineBreak());
    }

    private YamlEdit checked(String changed, Object expected) throws DocumentException {
        if (YamlLayout.hasAliases(root)) {
            throw refuse("the document uses one value twice (with & and *)");
        }
        try {
            YamlEdit out = of(file, changed);
            if (Objects.equals(out.value().plain(), expected)) {
                return out;
            }
        } catch (DocumentException e) {
            // told below: it is the way the document is written, not the change
        }
        throw refuse("it is written in a way that cannot be kept");
    }

    private void requireLine(int dash) throws DocumentException {
        if (!at.isFirstOfLine(dash)) {
            throw refuse("a list begins in the line of another");
        }
    }

    private DocumentException refuse(String why) {
        return new DocumentException(file, 0, 0, "this cannot be changed from here, since " + why
                + "; change it in the file");
    }

    private Optional<Node> find(List<?> path) {
        Node node = root;
        for (Object step : path) {
            Node next = switch (node) {
                case MappingNode m when step instanceof String key -> entry(m, key).map(NodeTuple::getValueNode)
                        .orElse(null);
                case SequenceNode s when step instanceof Integer i && i < s.getValue().size() -> s.getValue().get(i);
                default -> null;
            };
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return Optional.of(node);
    }

    private static Optional<NodeTuple> entry(MappingNode map, String key) {
        return map.getValue().stream().filter(t -> t.getKeyNode() instanceof ScalarNode s && s.getValue().equals(key))
                .findFirst();
    }

    private static Object at(Object tree, List<?> path) {
        Object out = tree;
        for (Object step : path) {
            out = step instanceof Integer i ? ((List<?>) out).get(i) : ((Map<?, ?>) out).get(step);
        }
        return out;
    }

    private static Object changed(Object tree, List<?> path, Object value) {
        if (path.isEmpty()) {
            return plain(value);
        }
        List<?> rest = path.subList(1, path.size());
        if (path.get(0) instanceof Integer i) {
            List<Object> out = new ArrayList<>((List<?>) tree);
            out.set(i, changed(out.get(i), rest, value));
            return out;
        }
        Map<Object, Object> out = new LinkedHashMap<>(tree instanceof Map<?, ?> m ? m : Map.of());
        out.put(path.get(0), changed(out.get(path.get(0)), rest, value));
        return out;
    }

    private static Object removed(Object tree, List<?> path) {
        List<?> rest = path.subList(1, path.size());
        if (path.get(0) instanceof Integer i) {
            List<Object> out = new ArrayList<>((List<?>) tree);
            if (rest.isEmpty()) {
                out.remove(i.intValue());
            } else {
                out.set(i, removed(out.get(i), rest));
            }
            return out;
        }
        Map<Object, Object> out = new LinkedHashMap<>((Map<?, ?>) tree);
        if (rest.isEmpty()) {
            out.remove(path.get(0));
        } else {
            out.put(path.get(0), removed(out.get(path.get(0)), rest));
        }
        return out;
    }

    // whole numbers are read as long ones
    private static Object plain(Object value) {
        return switch (value) {
            case Integer i -> i.longValue();
            case Map<?, ?> m -> {
                Map<Object, Object> out = new LinkedHashMap<>();
                m.forEach((k, v) -> out.put(k, plain(v)));
                yield out;
            }
            case List<?> l -> l.stream().map(YamlEdit::plain).toList();
            case null -> Collections.emptyList();
            default -> value;
        };
    }
}
