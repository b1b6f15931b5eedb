package org.interphase.technique.electrochemistry.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Suggestions;

/**
 * Reads circuit strings in the notations analysts write:
 *
 * <pre>
 * R0-p(R1,CPE1)-p(R2-Wo1,C2)      dash for series, p(...) for parallel
 * R(RQ)(Q[RW])                    circuit description code (Boukamp): () parallel, [] series
 * R0+(R1|Q1)+(R2|Q2)              plus for series, bar for parallel
 * R1+C2/(R2+W2)                   plus for series, slash for parallel; the slash binds tighter
 * R{R=50:sol}([R{R=200/1/1e4}W]C) start values, bounds and labels in braces, see {@link CircuitPresets}
 * </pre>
 *
 * They may be mixed. Elements without a number are numbered in the order in which they appear.
 */
public final class CircuitParser {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_ELEMENTS = 64;

    /** What makes a label of a symbol: lower-case letters, or an underscore and a name; then a number. */
    private static final Pattern SUFFIX = Pattern.compile("(?:_(?:[A-Z][A-Za-z]*|[a-z]*)|(?:(?!p\\()[a-z])*)\\d*");
    private static final Pattern VERSION = Pattern.compile("!V=\\d+!\\s*");

    private final ElementLibrary library;
    private final String text;
    private final List<Pending> leaves = new ArrayList<>();
    private int at;
    private int depth;

    private record Pending(CircuitElement element, String symbol, String suffix, int offset,
            Map<Integer, Constrained> presets) {
    }

    private CircuitParser(ElementLibrary library, String text) {
        this.library = library;
        this.text = text.replaceAll("[\u2010-\u2015\u2212]", "-").replace('\u2225', '|');
    }

    /**
     * Reads a circuit.
     *
     * @throws CircuitSyntaxException naming line and column
     */
    public static Circuit parse(ElementLibrary library, String text) {
        CircuitParser parser = new CircuitParser(library, text);
        parser.skip();
        parser.skipVersion();
        if (parser.end()) {
            throw new CircuitSyntaxException(text, 0, "there is no circuit; write for example R0-p(R1,CPE1)");
        }
        Object tree = parser.items("");
        if (!parser.end()) {
            throw parser.unexpected();
        }
        List<String> labels = parser.labels();
        return new Circuit(parser.build(tree, labels, new int[1]), parser.presets(labels));
    }

    /** Intermediate tree: Integer = leaf number, List with a leading Boolean (true = parallel). */
    private record Group(boolean parallel, List<Object> parts) {
    }

    /** Reads items up to a closing character (or the end); decides from the separators how they are joined. */
    private Object items(String closing) {
        if (++depth > MAX_DEPTH) {
            throw error("brackets are nested more than " + MAX_DEPTH + " deep");
        }
        int start = at;
        List<Object> branches = new ArrayList<>();
        List<Object> row = new ArrayList<>();
        boolean bars = false;
        boolean dashes = false;
        boolean needItem = true;
        while (true) {
            skip();
            char c = end() ? 0 : text.charAt(at);
            if (end() || closing.indexOf(c) >= 0 && c != 0) {
                break;
            }
            if (c == '-' || c == '+') {
                requireItem(needItem, c);
                dashes = true;
                needItem = true;
                at++;
            } else if ((c == ',' || c == '|') && closing.equals(")")) {
                requireItem(needItem, c);
                branches.add(series(row));
                row = new ArrayList<>();
                bars = true;
                dashes = false;
                needItem = true;
                at += text.startsWith("||", at) ? 2 : 1;
            } else if (c == '/') {
                requireItem(needItem, c);
                row.add(beside(row.remove(row.size() - 1)));
            } else {
                if (bars && !needItem) {
                    throw error("'-' or ',' is missing before " + show(c));
                }
                row.add(item());
                needItem = false;
            }
        }
        depth--;
        if (needItem) {
            throw error(row.isEmpty() && branches.isEmpty() && at == start ? "an element is missing"
                    : "an element is missing before " + (end() ? "the end" : show(text.charAt(at))));
        }
        if (bars) {
            branches.add(series(row));
            return new Group(true, branches);
        }
        return closing.equals(")") && !dashes && row.size() > 1 ? new Group(true, row) : series(row);
    }

    /** Reads what stands behind slashes: parallel to the item before them. */
    private Object beside(Object first) {
        List<Object> branches = new ArrayList<>(List.of(first));
        while (!end() && text.charAt(at) == '/') {
            at += text.startsWith("//", at) ? 2 : 1;
            skip();
            if (end() || ")],-+|/".indexOf(text.charAt(at)) >= 0) {
                throw error("an element is missing behind '/'");
            }
            branches.add(item());
            skip();
        }
        return new Group(true, branches);
    }

    private void requireItem(boolean missing, char separator) {
        if (missing) {
            throw error("an element is missing before " + show(separator));
        }
    }

    private static Object series(List<Object> row) {
        return row.size() == 1 ? row.get(0) : new Group(false, row);
    }

    private Object item() {
        char c = text.charAt(at);
        if (c == '(' || c == '[') {
            return bracket(c == '(' ? ")" : "]", false);
        }
        if (c == 'p' && at + 1 < text.length() && text.charAt(at + 1) == '(') {
            at++;
            return bracket(")", true);
        }
        if (c >= 'A' && c <= 'Z') {
            return element();
        }
        if (isLower(c)) {
            String word = word();
            throw error("'" + word + "' is no element, elements start with a capital letter"
                    + Suggestions.phrase(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1),
                            library.symbols()));
        }
        throw unexpected();
    }

    private String word() {
        int e = at;
        while (e < text.length() && Character.isLetter(text.charAt(e))) {
            e++;
        }
        return text.substring(at, e);
    }

    private Object bracket(String closing, boolean mustBeParallel) {
        int open = at++;
        Object inner = items(closing);
        if (end()) {
            throw new CircuitSyntaxException(text, open, "'" + text.charAt(open) + "' is not closed");
        }
        at++;
        if (mustBeParallel && !(inner instanceof Group g && g.parallel)) {
            throw new CircuitSyntaxException(text, open, "p(...) needs at least two branches separated by commas");
        }
        return inner;
    }

    private Object element() {
        int start = at;
        String symbol = library.symbolAt(text, at);
        if (symbol.isEmpty()) {
            String word = word();
            throw error("there is no element '" + word + "'" + Suggestions.phrase(word, library.symbols())
                    + "; known: " + String.join(", ", library.symbols()));
        }
        at += symbol.length();
        int suffix = at;
        Matcher m = SUFFIX.matcher(text).region(at, text.length());
        at = m.lookingAt() ? m.end() : at;
        String own = text.substring(suffix, at);
        Map<Integer, Constrained> presets = Map.of();
        if (at < text.length() && text.charAt(at) == '{') {
            CircuitPresets read = CircuitPresets.read(text, at, library.find(symbol).orElseThrow());
            presets = read.byIndex();
            own = own.isEmpty() && !read.label().isEmpty() ? "_" + read.label() : own;
            at = read.end();
        }
        leaves.add(new Pending(library.find(symbol).orElseThrow(), symbol, own, start, presets));
        if (leaves.size() > MAX_ELEMENTS) {
            throw error("there are more than " + MAX_ELEMENTS + " elements");
        }
        return leaves.size() - 1;
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Names of the elements; those without a number get the next free one of their symbol. */
    private List<String> labels() {
        Set<String> taken = new HashSet<>();
        for (Pending p : leaves) {
            if (!p.suffix.isEmpty() && !taken.add(p.symbol + p.suffix)) {
                throw new CircuitSyntaxException(text, p.offset, "there are two elements " + p.symbol + p.suffix);
            }
        }
        Map<String, Integer> next = new HashMap<>();
        List<String> out = new ArrayList<>();
        for (Pending p : leaves) {
            String label = p.symbol + p.suffix;
            while (p.suffix.isEmpty() && !taken.add(label + next.merge(p.symbol, 1, Integer::sum))) {
                continue;
            }
            out.add(p.suffix.isEmpty() ? label + next.get(p.symbol) : label);
        }
        return out;
    }

    /** Constraints stated in braces, by the parameter's name in the circuit. */
    private Map<String, Constrained> presets(List<String> labels) {
        Map<String, Constrained> out = new LinkedHashMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            String label = labels.get(i);
            int count = leaves.get(i).element.parameters().size();
            leaves.get(i).presets.forEach((k, c) -> out.put(Circuit.name(label, k, count), c));
        }
        return out;
    }

    private CircuitNode build(Object part, List<String> labels, int[] count) {
        if (part instanceof Group g) {
            List<CircuitNode> children = new ArrayList<>();
            for (Object o : g.parts) {
                CircuitNode child = build(o, labels, count);
                // brackets that change nothing disappear
                if (g.parallel && child instanceof CircuitNode.InParallel p) {
                    children.addAll(p.children());
                } else if (!g.parallel && child instanceof CircuitNode.InSeries s) {
                    children.addAll(s.children());
                } else {
                    children.add(child);
                }
            }
            return g.parallel ? new CircuitNode.InParallel(children) : new CircuitNode.InSeries(children);
        }
        int number = (Integer) part;
        return new CircuitNode.Leaf(leaves.get(number).element, labels.get(number));
    }

    /** Some programs write the version of the notation in front: {@code !V=1!}. */
    private void skipVersion() {
        Matcher m = VERSION.matcher(text).region(at, text.length());
        at = m.lookingAt() ? m.end() : at;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean end() {
        return at >= text.length();
    }

    private CircuitSyntaxException unexpected() {
        char c = text.charAt(at);
        return error(c == ')' || c == ']' ? "'" + c + "' closes nothing" : c == ',' || c == '|'
                ? "'" + c + "' separates branches only inside p(...)" : show(c) + " is not expected here");
    }

    private CircuitSyntaxException error(String reason) {
        return new CircuitSyntaxException(text, at, reason);
    }

    private static String show(char c) {
        return "'" + c + "'";
    }
}
