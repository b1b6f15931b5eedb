package org.interphase.technique.electrochemistry.fit;

import java.util.Map;
import org.interphase.model.Product;
import org.interphase.model.Verdict;

/**
 * Whether the values of a fitted circuit may be published.
 *
 * @param byLabel verdict on each element, by its label such as R1
 * @param common what speaks against all of them alike
 */
public record ElementVerdicts(Map<String, Verdict> byLabel, Verdict common) implements Product {

    /** Copies the map. */
    public ElementVerdicts {
        byLabel = Map.copyOf(byLabel);
    }

    /** Verdict on an element; sound for one that is not known. */
    public Verdict of(String label) {
        return byLabel.getOrDefault(label, common);
    }

    @Override
    public String title() {
        return "verdicts on the elements";
    }
}
