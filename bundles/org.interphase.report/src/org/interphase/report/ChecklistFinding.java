package org.interphase.report;

import java.util.List;

/**
 * Something the field expects a report to state and files do not say.
 *
 * @param item what should be stated, for example "pass energy"
 * @param why where it is asked for
 * @param files files that do not say it
 */
public record ChecklistFinding(String item, String why, List<String> files) {

    /** Copies the list. */
    public ChecklistFinding {
        files = List.copyOf(files);
    }
}
