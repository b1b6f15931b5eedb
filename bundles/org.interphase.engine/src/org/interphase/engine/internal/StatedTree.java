package org.interphase.engine.internal;

import java.util.Map;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.engine.document.DocumentException;

/** What is said of a file, in documents: the keys of {@link Fact} with their values. */
public final class StatedTree {

    /** Key of the group. */
    public static final String KEY = "stated";

    private StatedTree() {
    }

    /** The statements under {@code stated} of a group; nothing where there is none. */
    public static Stated read(YamlValue owner, String what) throws DocumentException {
        Stated out = Stated.NOTHING;
        if (owner.get(KEY).isPresent() && owner.get(KEY).get().content() != null) {
            for (Map.Entry<String, YamlValue> e : owner.get(KEY).get().map("'" + KEY + "' of " + what).entrySet()) {
                out = with(out, e.getKey(), e.getValue());
            }
        }
        return out;
    }

    /** Statements with one more, from a document. */
    public static Stated with(Stated stated, String key, YamlValue value) throws DocumentException {
        try {
            return stated.with(Fact.of(key), value.text("'" + key + "'"));
        } catch (IllegalArgumentException e) {
            throw value.fail(e.getMessage());
        }
    }
}
