package org.interphase.engine.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.KindInfo;
import org.interphase.api.MissingFactException;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.DataKind;
import org.interphase.model.Dataset;

/**
 * What is to be asked about a file: why, which facts first, and what to begin with.
 *
 * @param reason why it is asked, for people
 * @param asked facts that would settle it, most important first; all others may be said too
 * @param said what is said of the file now
 * @param offer what was said of a file of the same instrument, where nothing is said of this one
 */
public record ImportQuestion(String reason, List<Fact> asked, Stated said, Optional<StatedMemory.Offer> offer) {

    private static final List<Fact> OF_PLAIN = List.of(Fact.KIND, Fact.AXIS, Fact.UNIT, Fact.SIGNAL,
            Fact.SIGNAL_UNIT);

    /** Copies the list. */
    public ImportQuestion {
        asked = List.copyOf(asked);
    }

    /** The question a refusal asks: the facts it wants, or those of any file nothing is known of. */
    public static ImportQuestion of(IOException refusal, Stated said) {
        List<Fact> asked = refusal instanceof MissingFactException m ? m.needed() : OF_PLAIN;
        return new ImportQuestion(refusal.getMessage(), asked, said, Optional.empty());
    }

    /** The question a dataset leaves: what it is, or what keeps the recipes for its kind from it; empty for none. */
    public static Optional<ImportQuestion> of(Dataset dataset, Stated said, TechniqueRegistry registry) {
        if (dataset.kind().isPlain() && !dataset.shape().equals("series")) {
            return Optional.of(new ImportQuestion("This is a plain " + dataset.shape() + ": the file does not say what "
                    + "was measured. Say what it is, and it is read as that.", OF_PLAIN, said, Optional.empty()));
        }
        Set<Fact> missing = new LinkedHashSet<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Recipe recipe : registry.recipes()) {
            Optional<Applicability.Refusal> refusal = recipe.applies().refusal(dataset);
            if (refusal.isPresent() && refusal.get().reason() == Applicability.Reason.AXIS
                    && !refusal.get().missing().isEmpty()) {
                missing.addAll(refusal.get().missing());
                reasons.add(refusal.get().text());
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new ImportQuestion("This " + dataset.kind() + " "
                + reasons.iterator().next().replaceFirst("; say .*", "").replace("this recipe needs",
                        "its recipes need") + ".", List.copyOf(missing), said, Optional.empty()));
    }

    /** The question somebody asks of a file that was read well. */
    public static ImportQuestion onDemand(Stated said) {
        return new ImportQuestion("What is said here is taken where the file is silent; what it contradicts is "
                + "remarked.", OF_PLAIN, said, Optional.empty());
    }

    /** The same with what was said of a file of the same instrument to begin with, where nothing is said of this. */
    public ImportQuestion offering(StatedMemory memory, Path file) {
        try {
            return said.isEmpty() ? new ImportQuestion(reason, asked, said, memory.offer(file)) : this;
        } catch (IOException e) {
            // the file cannot be read, which its own message tells
            return this;
        }
    }

    /** What the fields show at first. */
    public Stated beginning() {
        return offer.map(StatedMemory.Offer::stated).orElse(said);
    }

    /** All facts, those asked for first. */
    public List<Fact> facts() {
        Set<Fact> all = new LinkedHashSet<>(asked);
        beginning().entries().keySet().forEach(k -> all.add(Fact.of(k)));
        all.addAll(List.of(Fact.values()));
        return List.copyOf(all);
    }

    /** How many of the facts are shown without asking for more: those asked for and those something is said of. */
    public int shown() {
        Set<Fact> first = new LinkedHashSet<>(asked);
        beginning().entries().keySet().forEach(k -> first.add(Fact.of(k)));
        return first.size();
    }

    /** The kinds of data the installed readers can give, by title. */
    public static List<KindInfo> kinds(TechniqueRegistry registry) {
        Map<String, KindInfo> out = new LinkedHashMap<>();
        for (DatasetReader reader : registry.readers()) {
            for (String kind : reader.kinds()) {
                if (!DataKind.of(kind).isPlain()) {
                    out.put(kind, registry.kind(kind).orElse(new KindInfo(kind, kind, "")));
                }
            }
        }
        List<KindInfo> sorted = new ArrayList<>(out.values());
        sorted.sort(Comparator.comparing(KindInfo::title, String.CASE_INSENSITIVE_ORDER));
        return List.copyOf(sorted);
    }
}
