package org.interphase.electro.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interphase.model.Column;

/** Names of columns of instruments that give one name twice. */
public final class UniqueNames {

    private UniqueNames() {
    }

    /**
     * The same columns with repeated names told apart by a number: the first of a name keeps it, and no other takes a
     * name that the instrument itself gives.
     */
    public static List<Column> of(List<Column> columns) {
        Set<String> given = new HashSet<>();
        columns.forEach(c -> given.add(c.name()));
        Set<String> used = new HashSet<>();
        List<Column> out = new ArrayList<>();
        for (Column c : columns) {
            String name = c.name();
            for (int k = 2; !used.add(name); k++) {
                name = c.name() + " " + k;
                // a number that stands in the file belongs to the column that has it there
                while (given.contains(name)) {
                    name = c.name() + " " + ++k;
                }
            }
            out.add(name.equals(c.name()) ? c : c.named(name));
        }
        return out;
    }
}
