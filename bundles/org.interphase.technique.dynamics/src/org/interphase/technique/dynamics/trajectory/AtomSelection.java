package org.interphase.technique.dynamics.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.Suggestions;

/** Which atoms a text names: species ({@code Li}, {@code Li, Na}), or numbers of atoms ({@code atoms 1-100, 120}). */
public final class AtomSelection {

    private static final String NUMBERS = "atoms ";

    private AtomSelection() {
    }

    /**
     * Places of the atoms a text names.
     *
     * @throws AnalysisException if it names none that are there, or nothing while there are several species
     */
    public static int[] of(String text, Atoms atoms) throws AnalysisException {
        String t = text.strip();
        boolean[] chosen = new boolean[atoms.size()];
        if (t.isEmpty()) {
            if (atoms.species().size() > 1) {
                throw new AnalysisException("which species diffuses is not stated; name it with the parameter species; "
                        + "there are " + atoms.counts());
            }
            java.util.Arrays.fill(chosen, true);
        } else if (t.startsWith(NUMBERS)) {
            numbers(t.substring(NUMBERS.length()), atoms, chosen);
        } else {
            for (String name : t.split("[,\\s]+")) {
                int s = atoms.species().indexOf(name);
                if (s < 0) {
                    throw new AnalysisException("there is no species '" + name + "'; there are " + atoms.counts()
                            + Suggestions.phrase(name, atoms.species()));
                }
                for (int i = 0; i < chosen.length; i++) {
                    chosen[i] |= atoms.speciesOf()[i] == s;
                }
            }
        }
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                out.add(i);
            }
        }
        if (out.isEmpty()) {
            throw new AnalysisException("'" + text + "' names none of the atoms");
        }
        return out.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void numbers(String text, Atoms atoms, boolean[] chosen) throws AnalysisException {
        for (String part : text.split("[,\\s]+")) {
            String[] ends = part.split("-");
            try {
                int from = Integer.parseInt(ends[0]);
                int to = Integer.parseInt(ends[ends.length - 1]);
                for (int i = 0; i < chosen.length; i++) {
                    chosen[i] |= atoms.ids()[i] >= from && atoms.ids()[i] <= to;
                }
            } catch (NumberFormatException e) {
                throw new AnalysisException("'" + part + "' is no number of an atom; write for example atoms 1-100, "
                        + "120",
                        e);
            }
        }
    }
}
