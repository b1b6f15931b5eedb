package org.interphase.technique.electrochemistry.circuit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.technique.electrochemistry.circuit.elements.ConstantPhase;
import org.interphase.technique.electrochemistry.circuit.elements.FiniteWarburg;
import org.interphase.technique.electrochemistry.circuit.elements.Gerischer;
import org.interphase.technique.electrochemistry.circuit.elements.HavriliakNegami;
import org.interphase.technique.electrochemistry.circuit.elements.PorousElectrode;
import org.interphase.technique.electrochemistry.circuit.elements.Reactance;
import org.interphase.technique.electrochemistry.circuit.elements.Resistor;
import org.interphase.technique.electrochemistry.circuit.elements.TransmissionLine;
import org.interphase.technique.electrochemistry.circuit.elements.Warburg;

/** The elements circuit strings may use. Immutable. */
public final class ElementLibrary {

    private final List<CircuitElement> elements;
    private final Map<String, CircuitElement> bySymbol;

    private ElementLibrary(Collection<? extends CircuitElement> elements) {
        this.elements = List.copyOf(elements);
        this.bySymbol = new LinkedHashMap<>();
        for (CircuitElement e : this.elements) {
            add(e.symbol(), e);
            e.aliases().forEach(a -> add(a, e));
        }
    }

    private void add(String symbol, CircuitElement element) {
        if (!symbol.matches("[A-Z][A-Za-z]*")) {
            throw new IllegalArgumentException("'" + symbol + "' is no element symbol (a capital, then letters)");
        }
        CircuitElement earlier = bySymbol.putIfAbsent(symbol, element);
        if (earlier != null) {
            throw new IllegalArgumentException("two circuit elements have the symbol " + symbol + ": "
                    + earlier.title() + " and " + element.title());
        }
    }

    /** The built-in elements: R, C, L, CPE (Q), W, Wo (T), Ws (O), G, Zarc, HN, TLMQ, TLMR. */
    public static ElementLibrary standard() {
        return new ElementLibrary(List.of(new Resistor(), Reactance.capacitor(), Reactance.inductor(),
                new ConstantPhase(), new Warburg(), FiniteWarburg.open(), FiniteWarburg.shorted(), new Gerischer(),
                HavriliakNegami.zarc(), HavriliakNegami.general(), new TransmissionLine(), new PorousElectrode()));
    }

    /**
     * The same library with an element more.
     *
     * @throws IllegalArgumentException if its symbol is malformed or taken
     */
    public ElementLibrary with(CircuitElement element) {
        List<CircuitElement> all = new ArrayList<>(elements);
        all.add(element);
        return new ElementLibrary(all);
    }

    /** All elements. */
    public List<CircuitElement> elements() {
        return elements;
    }

    /** All symbols and aliases. */
    public Collection<String> symbols() {
        return bySymbol.keySet();
    }

    /** The element with this symbol or alias. */
    public Optional<CircuitElement> find(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** The longest symbol that a text has at a position, or an empty text. */
    String symbolAt(String text, int position) {
        String best = "";
        for (String s : bySymbol.keySet()) {
            if (s.length() > best.length() && text.startsWith(s, position)) {
                best = s;
            }
        }
        return best;
    }
}
