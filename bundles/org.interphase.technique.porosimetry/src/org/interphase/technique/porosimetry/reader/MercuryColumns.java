package org.interphase.technique.porosimetry.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.api.StatedColumn;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.unit.Unit;
import org.interphase.technique.porosimetry.intrusion.VolumeBasis;

/**
 * Which column holds the pressure and which the cumulative volume.
 *
 * @param pressure index of the column
 * @param volume index of the column
 * @param pressureUnit where it is known
 * @param volumeUnit where it is known
 */
record MercuryColumns(int pressure, int volume, Optional<ColumnUnit> pressureUnit, Optional<ColumnUnit> volumeUnit) {

    static final Pattern PRESSURE = Pattern.compile("(?i).*(pressure|\\bdruck|pression|presion|pressione|\\bpc\\b"
            + "|^p\\b(?!/)).*");
    static final Pattern VOLUME = Pattern.compile("(?i).*(intru|bvocc|bulk.?vol|\\bbv\\b|volume|\\bvol\\b|\\bvol\\."
            + "|volumen).*");
    private static final Pattern OTHER = Pattern.compile("(?i).*(increment|differential|\\bd ?v\\b|\\bdv\\b|dv/d"
            + "|delta|\\bdiff|% of|% ?total|percent of|normali[sz]ed|specific intrusion rate|area|diameter|radius"
            + "|relative|p/p).*");
    private static final Pattern SURE = Pattern.compile("(?i).*(cumul|intru|kumul|cumulé|bvocc).*");
    /** How a Thomeer analysis heads the occupied bulk volume, which is always per cent. */
    private static final Pattern BULK = Pattern.compile("(?i)\\s*(bvocc|bv|bulk.?vol(ume)?(.?occupied)?)\\s*");

    /** The columns of a block; empty if it has none that are headed so. */
    static Optional<MercuryColumns> headed(TextBlock block) {
        int p = -1;
        int v = -1;
        List<TextColumn> columns = block.columns();
        for (int i = 0; i < columns.size(); i++) {
            TextColumn c = columns.get(i);
            String h = c.heading();
            if (!c.isNumeric() || h.isBlank() || OTHER.matcher(h).matches()) {
                continue;
            }
            if (p < 0 && PRESSURE.matcher(h).matches()) {
                p = i;
            } else if (VOLUME.matcher(h).matches() && (v < 0
                    || SURE.matcher(h).matches() && !SURE.matcher(columns.get(v).heading()).matches())) {
                v = i;
            }
        }
        if (p < 0 || v < 0) {
            return byUnits(block);
        }
        return Optional.of(new MercuryColumns(p, v, ColumnUnit.of(columns.get(p)), volumeUnit(columns.get(v))));
    }

    private static Optional<ColumnUnit> volumeUnit(TextColumn c) {
        Optional<ColumnUnit> u = ColumnUnit.of(c).filter(x -> VolumeBasis.of(x.unit()).isPresent());
        return u.isEmpty() && BULK.matcher(c.heading()).matches() ? Optional.of(new ColumnUnit(Unit.of("%"), 1)) : u;
    }

    /** Reports whose headings run over several lines end in a line of units, one for each column. */
    private static Optional<MercuryColumns> byUnits(TextBlock block) {
        String above = String.join(" ", block.preamble());
        if (!above.matches("(?is).*pressure.*") || !above.matches("(?is).*(intru|volume).*")) {
            return Optional.empty();
        }
        for (String line : block.preamble().reversed()) {
            List<ColumnUnit> units = new ArrayList<>();
            String[] words = line.strip().split("\\)\\s*[\\t,; ]\\s*");
            for (String w : words) {
                ColumnUnit.of(w.replaceAll("[()\\[\\]]", "")).ifPresent(units::add);
            }
            if (units.size() < 2 || units.size() != words.length || words.length > block.columns().size()) {
                continue;
            }
            int p = -1;
            int v = -1;
            for (int i = 0; i < units.size(); i++) {
                Unit u = units.get(i).unit();
                p = p < 0 && u.isCompatible(Unit.of("Pa")) ? i : p;
                v = v < 0 && VolumeBasis.of(u).filter(b -> b != VolumeBasis.BULK).isPresent() ? i : v;
            }
            if (p >= 0 && v >= 0) {
                return Optional.of(new MercuryColumns(p, v, Optional.of(units.get(p)), Optional.of(units.get(v))));
            }
        }
        return Optional.empty();
    }

    /**
     * The columns a person states: {@code pressure=#1 [psi], volume=#2 [cm3]}; empty if nothing is stated.
     *
     * @throws DatasetFormatException if a column is stated that is not there, or only one of the two
     */
    static Optional<MercuryColumns> stated(Source source, TextBlock block) throws DatasetFormatException {
        List<StatedColumn> said = source.stated().text(Fact.COLUMNS).map(StatedColumn::parse).orElse(List.of());
        int p = -1;
        int v = -1;
        Optional<ColumnUnit> pu = Optional.empty();
        Optional<ColumnUnit> vu = Optional.empty();
        for (StatedColumn s : said) {
            int at = find(block, s);
            if (at < 0) {
                throw new DatasetFormatException(source.name(), "", "there is no column '" + s.heading() + "'; there "
                        + "are " + block.columns().stream().map(TextColumn::name).toList());
            }
            Optional<ColumnUnit> unit = s.unit().map(u -> new ColumnUnit(u, 1));
            if (PRESSURE.matcher(s.what()).matches()) {
                p = at;
                pu = unit.isPresent() ? unit : ColumnUnit.of(block.columns().get(at));
            } else if (VOLUME.matcher(s.what()).matches()) {
                v = at;
                vu = unit.isPresent() ? unit : volumeUnit(block.columns().get(at));
            }
        }
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (p < 0 || v < 0) {
            throw new DatasetFormatException(source.name(), "", "the columns stated name no "
                    + (p < 0 ? "pressure" : "volume") + "; say pressure=#1 [psi], volume=#2 [cm3]");
        }
        return Optional.of(new MercuryColumns(p, v, pu, vu));
    }

    /** Whether a person states which column holds the pressure and which the volume, and no other gas's numbers. */
    static boolean areStated(Stated stated) {
        List<String> what = stated.text(Fact.COLUMNS).map(StatedColumn::parse).orElse(List.of()).stream()
                .map(StatedColumn::what).toList();
        return what.stream().anyMatch(w -> PRESSURE.matcher(w).matches() && !OTHER.matcher(w).matches())
                && what.stream().anyMatch(w -> VOLUME.matcher(w).matches());
    }

    private static int find(TextBlock block, StatedColumn s) {
        for (int i = 0; i < block.columns().size(); i++) {
            TextColumn c = block.columns().get(i);
            if (s.heading().equals("#" + (i + 1)) || s.heading().equalsIgnoreCase(c.name())
                    || s.text().equalsIgnoreCase(c.heading()) || s.heading().equalsIgnoreCase(c.heading())) {
                return i;
            }
        }
        return -1;
    }
}
