package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.api.StatedColumn;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;

/**
 * Headings with what a person states of their columns.
 *
 * @param headings the headings
 * @param remarks where the file heads a column otherwise
 */
record StatedHeadings(List<RecordHeading> headings, List<Remark> remarks) {

    /** What is stated of columns; none for nothing. */
    static List<StatedColumn> of(Stated stated) {
        return stated.text(Fact.COLUMNS).map(StatedColumn::parse).orElse(List.of());
    }

    /** How many of the columns stated are among some headings. */
    static int found(List<RecordHeading> headings, List<StatedColumn> said) {
        return (int) said.stream().filter(s -> index(headings, s) >= 0).count();
    }

    /**
     * The headings with what is stated of them.
     *
     * @throws DatasetFormatException if a column is not there, or what it is to hold is not known
     */
    static StatedHeadings apply(String file, List<RecordHeading> headings, List<StatedColumn> said)
            throws DatasetFormatException {
        List<RecordHeading> out = new ArrayList<>(headings);
        List<Remark> remarks = new ArrayList<>();
        for (StatedColumn s : said) {
            int at = index(headings, s);
            if (at < 0) {
                throw new DatasetFormatException(file, "", "there is no column '" + s.text() + "' as "
                        + Fact.COLUMNS.option() + " says; the columns are " + String.join(", ",
                                headings.stream().map(RecordHeading::text).toList()));
            }
            RecordRole role = RecordRole.stated(s.what()).orElseThrow(() -> new DatasetFormatException(file, "",
                    "'" + s.what() + "' is nothing a column can be stated to hold; say "
                            + String.join(", ", java.util.Arrays.stream(RecordRole.values())
                                    .map(RecordRole::column).toList())));
            for (int i = 0; i < out.size(); i++) {
                if (out.get(i).role().filter(r -> r == role).isPresent()) {
                    out.set(i, roled(out.get(i), Optional.empty(), out.get(i).unit()));
                }
            }
            RecordHeading own = headings.get(at);
            boolean whole = s.unit().isEmpty() || RecordHeading.same(own.text(), s.text());
            Optional<Unit> unit = whole && s.unit().isEmpty() ? own.unit() : s.unit();
            if (unit.isPresent() && !role.takes(unit.get()) && role != RecordRole.DATE) {
                throw new DatasetFormatException(file, "", "the column '" + own.text() + "' is stated to be a "
                        + role.column() + " in " + unit.get().text() + ", which is no unit of it");
            }
            if (own.unit().isPresent() && unit.isPresent() && !own.unit().get().equals(unit.get())) {
                remarks.add(Remark.warning("The " + role.column() + " is taken in " + unit.get().text()
                        + ", as stated; the file heads its column '" + own.text() + "'."));
            }
            out.set(at, roled(own, Optional.of(role), unit));
        }
        return new StatedHeadings(List.copyOf(out), remarks);
    }

    private static RecordHeading roled(RecordHeading h, Optional<RecordRole> role, Optional<Unit> unit) {
        return new RecordHeading(h.text(), h.name(), role, unit, h.clock());
    }

    private static int index(List<RecordHeading> headings, StatedColumn s) {
        if (s.heading().matches("#\\d{1,4}")) {
            int n = Integer.parseInt(s.heading().substring(1));
            return n >= 1 && n <= headings.size() ? n - 1 : -1;
        }
        for (String name : List.of(s.text(), s.heading())) {
            for (int i = 0; i < headings.size(); i++) {
                if (headings.get(i).text().strip().equalsIgnoreCase(name)) {
                    return i;
                }
            }
        }
        for (int i = 0; i < headings.size(); i++) {
            if (RecordHeading.same(headings.get(i).text(), s.text())
                    || RecordHeading.same(headings.get(i).text(), s.heading())) {
                return i;
            }
        }
        return -1;
    }
}
