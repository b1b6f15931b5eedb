package org.interphase.electro.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.model.Column;

/** Names of columns of instruments that give one name twice. */
public final class UniqueNames {

    private UniqueNames() {
    }

    /** The same columns with repeated names told apart by a number. */
    public static List<Column> of(List<Column> columns) {
        Map<String, Integer> seen = new HashMap<>();
        List<Column> out = new ArrayList<>();
        for (Column c : columns) {
            int count = seen.merge(c.name(), 1, Integer::sum);
            out.add(count == 1 ? c : c.named(c.name() + " " + count));
        }
        return out;
    }
}
