package org.interphase.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.interphase.engine.document.DocumentException;

/**
 * Turns one part of a document into another with as few edits as keep the comments: entries that stay alike are not
 * touched, items of lists are moved, put in and taken away rather than the list being written anew.
 */
public final class YamlTurn {

    private YamlTurn() {
    }

    /**
     * Edits what is at a place until it says something else.
     *
     * @param before what the document says there
     * @param after what it shall say: text, whole number, truth value, list or map of those
     * @throws DocumentException if the document is written so that this cannot be done
     */
    public static YamlEdit into(YamlEdit yaml, List<?> path, Object before, Object after) throws DocumentException {
        if (Objects.equals(before, after)) {
            return yaml;
        }
        if (before instanceof Map<?, ?> b && after instanceof Map<?, ?> a && !a.isEmpty()) {
            return map(yaml, path, b, a);
        }
        if (before instanceof List<?> b && after instanceof List<?> a && !b.isEmpty() && !a.isEmpty()) {
            return list(yaml, path, b, a);
        }
        return yaml.set(path, after);
    }

    private static YamlEdit map(YamlEdit yaml, List<?> path, Map<?, ?> before, Map<?, ?> after)
            throws DocumentException {
        YamlEdit out = yaml;
        List<String> earlier = new ArrayList<>();
        for (Map.Entry<?, ?> e : after.entrySet()) {
            List<?> at = with(path, e.getKey());
            // a new entry stands behind those that are named before it
            out = before.containsKey(e.getKey()) ? into(out, at, before.get(e.getKey()), e.getValue())
                    : out.set(at, e.getValue(), earlier.toArray(String[]::new));
            earlier.add(String.valueOf(e.getKey()));
        }
        for (Object key : before.keySet()) {
            out = after.containsKey(key) ? out : out.remove(with(path, key));
        }
        return out;
    }

    private static YamlEdit list(YamlEdit yaml, List<?> path, List<?> before, List<?> after)
            throws DocumentException {
        YamlEdit out = yaml;
        List<Object> now = new ArrayList<>(before);
        List<Object> fresh = missing(after, now);
        for (int i = now.size() - 1; i >= 0; i--) {
            Object item = now.get(i);
            if (missing(List.of(item), after).isEmpty()) {
                continue;
            }
            Object turned = counterpart(item, fresh, missing(now, after).size());
            if (turned != null) {
                fresh.remove(turned);
                out = into(out, with(path, i), item, turned);
                now.set(i, turned);
            }
        }
        for (int i = now.size() - 1; i >= 0; i--) {
            if (!after.contains(now.get(i)) && now.size() > 1) {
                out = out.remove(with(path, i));
                now.remove(i);
            }
        }
        if (now.size() == 1 && !after.contains(now.get(0))) {
            return out.set(path, after);
        }
        for (int i = 0; i < after.size(); i++) {
            int from = now.subList(Math.min(i, now.size()), now.size()).indexOf(after.get(i));
            if (from < 0) {
                out = out.insert(path, i, after.get(i));
                now.add(i, after.get(i));
            } else if (from > 0) {
                out = out.move(path, i + from, i);
                now.add(i, now.remove(i + from));
            }
        }
        return now.size() == after.size() ? out : out.set(path, after);
    }

    // an item that was changed in place: the same by its first entry, or the only one on either side
    private static Object counterpart(Object item, List<Object> fresh, int gone) {
        Set<?> own = first(item);
        return fresh.stream().filter(f -> !own.isEmpty() && own.equals(first(f))).findFirst()
                .orElse(gone == 1 && fresh.size() == 1 ? fresh.get(0) : null);
    }

    private static Set<?> first(Object item) {
        return item instanceof Map<?, ?> m && !m.isEmpty() ? Set.of(m.entrySet().iterator().next()) : Set.of();
    }

    private static List<Object> missing(List<?> of, List<?> in) {
        List<Object> out = new ArrayList<>(of);
        out.removeIf(in::contains);
        return out;
    }

    private static List<Object> with(List<?> path, Object last) {
        List<Object> out = new ArrayList<>(path);
        out.add(last);
        return out;
    }
}
