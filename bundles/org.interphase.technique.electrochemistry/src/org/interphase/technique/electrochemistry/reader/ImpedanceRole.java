package org.interphase.technique.electrochemistry.reader;

import java.util.regex.Pattern;

/** What a column of an impedance table can hold, with the names it goes by (English, German, French). */
enum ImpedanceRole {
    LOG_FREQUENCY(Measures.NUMBER, "(?:log|lg)(?:10|\u2081\u2080)?(?:f|fr[eé]q.*|ν)(?:/?hz)?"),
    LOG_ANGULAR_FREQUENCY(Measures.NUMBER, "(?:log|lg)(?:10|\u2081\u2080)?(?:ω|omega|w)(?:/?rad.*|/?s-?1|/?1/s)?"),
    FREQUENCY(Measures.FREQUENCY, "f|fr[eé]q.*|frec.*|ν|nu|testfreq.*|mess?freq.*"),
    ANGULAR_FREQUENCY(Measures.NUMBER, "ω|omega|w|angular.*freq.*|kreisfreq.*|pulsation|2pif|2πf"),
    ADMITTANCE_REAL(Measures.ADMITTANCE, "y'|re(al)?y|yre(al)?|y1|conductance|konduktanz|wirkleitwert"),
    ADMITTANCE_IMAGINARY(Measures.ADMITTANCE, "y''|im(ag)?y|yim(ag)?|y2|susceptance|suszeptanz|blindleitwert"),
    CONDUCTANCE(Measures.ADMITTANCE, true, "gp?"),
    SUSCEPTANCE(Measures.ADMITTANCE, true, "bp?"),
    PARALLEL_CAPACITANCE(Measures.CAPACITANCE, "cp|cpar.*|parallelcap.*|parallelkap.*|capacit[ée]parall.*"),
    SERIES_CAPACITANCE(Measures.CAPACITANCE, "cs|cser.*|seriescap.*|serienkap.*|capacit[ée]s[ée]rie.*"),
    SERIES_INDUCTANCE(Measures.INDUCTANCE, "ls|lser.*|seriesind.*|serienind.*"),
    LOSS_FACTOR(Measures.NUMBER, "d|df|tan(gent)?-?(δ|delta)?|loss(factor|tangent)?|dissipation(factor)?|"
            + "verlustfaktor|facteurdepertes?|verlustwinkeltan.*"),
    PARALLEL_RESISTANCE(Measures.IMPEDANCE, "rp|rpar.*|parallelres.*|parallelwid.*"),
    REAL(Measures.IMPEDANCE, "z'|zs'|zr|z?re|zre[az].*|zr[eé]el.*|rez.*|re(o|imp).*|real(?!y|eps|perm|n$|part?eps).*"
            + "|realteil.*|partier[eé]elle.*|wirkwiderstand|z1|resistance|rs|impedancere.*|zp?reohm"),
    IMAGINARY(Measures.IMPEDANCE, "z''|zs''|zi|z?im|zim[ag].*|imz.*|imag(?!y|eps|perm).*|partieimag.*|blindwiderstand|"
            + "z2|reactance|reaktanz|xs?|impedanceim.*"),
    LOG_MODULUS(Measures.NUMBER, "(?:log|lg)(?:10|\u2081\u2080)?(?:\\|z\\||z|zmod|\\|z\\|/ohm|z/ohm|\\|z\\|/ω)"),
    MODULUS(Measures.IMPEDANCE, "\\|z\\||z|z?mod.*|z?abs.*|z?mag.*|impedance|impedanz|betrag.*|"
            + "impedance(mod|mag|abs).*"),
    PHASE(Measures.ANGLE, "z?ph(ase|i|z).*|θ.*|theta.*|φ.*|z?angle.*|z?arg.*|impedanceph.*|d[ée]phasage.*|winkel.*");

    /** What the unit of a column must be one of. */
    enum Measures { FREQUENCY, IMPEDANCE, ADMITTANCE, CAPACITANCE, INDUCTANCE, ANGLE, NUMBER }

    private final Measures measures;
    private final boolean needsUnit;
    private final Pattern names;

    ImpedanceRole(Measures measures, String names) {
        this(measures, false, names);
    }

    ImpedanceRole(Measures measures, boolean needsUnit, String names) {
        this.measures = measures;
        this.needsUnit = needsUnit;
        this.names = Pattern.compile(names);
    }

    /** The role of a name in lower case without blanks and brackets, or null. */
    static ImpedanceRole of(String name) {
        for (ImpedanceRole r : values()) {
            if (r.names.matcher(name).matches()) {
                return r;
            }
        }
        return null;
    }

    Measures measures() {
        return measures;
    }

    /** Whether the name alone says too little: a G could be anything. */
    boolean needsUnit() {
        return needsUnit;
    }
}
