package org.interphase.technique.elements.reader;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Metadata;

/** What the keywords of an EMSA/MAS file say about the measurement, under the suite's own names. */
final class MsaFacts {

    /** A keyword: its usual unit, the name and unit it gets here. */
    private record Fact(String keyword, String usual, String name, String unit) {
    }

    private static final List<Fact> QUANTITIES = List.of(new Fact("LIVETIME", "s", "live time", "s"),
            new Fact("REALTIME", "s", "real time", "s"),
            new Fact("PROBECUR", "nA", "probe current", "nA"), new Fact("ELEVANGLE", "deg", "take-off angle", "deg"),
            new Fact("AZIMANGLE", "deg", "azimuth angle", "deg"),
            new Fact("CONVANGLE", "mrad", "convergence angle", "mrad"),
            new Fact("COLLANGLE", "mrad", "collection angle", "mrad"), new Fact("DWELLTIME", "ms", "dwell time", "ms"),
            new Fact("THICKNESS", "nm", "specimen thickness", "nm"), new Fact("BEAMDIAM", "nm", "beam diameter", "nm"),
            new Fact("EMISSION", "uA", "emission current", "uA"),
            new Fact("TACTLYR", "cm", "detector thickness", "mm"), new Fact("TDEADLYR", "cm", "dead layer", "um"),
            new Fact("TBEWIND", "cm", "beryllium window", "um"), new Fact("TAUWIND", "cm", "gold window", "um"),
            new Fact("XTILTSTGE", "deg", "stage tilt", "deg"), new Fact("YTILTSTGE", "deg", "stage tilt across",
                    "deg"));
    /** Where programs write zero for what they do not know: nothing is measured in no time, or without current. */
    private static final Set<String> ZERO_IS_BLANK = Set.of("BEAMKV", "LIVETIME", "REALTIME", "PROBECUR", "ELEVANGLE",
            "DWELLTIME", "THICKNESS", "BEAMDIAM", "EMISSION", "TACTLYR");
    private static final Map<String, String> TEXTS = Map.of("DATE", "date", "TIME", "time", "OWNER", "owner",
            "OPERMODE", "mode", "EDSDET", "detector", "ELSDET", "detector", "COMMENT", "comment",
            "D2STDCMP", "composition", "CONDCOATING", "coating", "SPECIMEN", "sample");

    private static final List<String> STRUCTURE = List.of("FORMAT", "VERSION", "TITLE", "BEAMKV", "NPOINTS", "NCOLUMNS",
            "XUNITS", "YUNITS", "DATATYPE", "XPERCHAN", "OFFSET", "SIGNALTYPE", "XLABEL", "YLABEL");

    private MsaFacts() {
    }

    static Metadata of(MsaText msa) throws DatasetFormatException {
        Metadata m = Metadata.EMPTY.with("format", msa.text("FORMAT") + " " + msa.text("VERSION"));
        // an electron accelerated by a kilovolt has a kiloelectronvolt
        OptionalDouble voltage = msa.number("BEAMKV", "kV", "kV");
        if (isSaid("BEAMKV", voltage)) {
            m = m.with("beam energy", voltage.getAsDouble(), "keV");
        }
        for (Fact f : QUANTITIES) {
            OptionalDouble v = msa.number(f.keyword, f.usual, f.unit);
            if (isSaid(f.keyword, v)) {
                m = m.with(f.name, v.getAsDouble(), f.unit);
            }
        }
        for (Map.Entry<String, String> e : msa.values().entrySet()) {
            String known = TEXTS.get(e.getKey());
            boolean taken = known != null || QUANTITIES.stream().anyMatch(f -> f.keyword.equals(e.getKey()));
            if (known != null) {
                m = m.with(known, e.getValue());
            } else if (!taken && !STRUCTURE.contains(e.getKey())) {
                m = m.with(e.getKey(), e.getValue());
            }
        }
        return m;
    }

    private static boolean isSaid(String keyword, OptionalDouble value) {
        return value.isPresent() && !(value.getAsDouble() == 0 && ZERO_IS_BLANK.contains(keyword));
    }
}
