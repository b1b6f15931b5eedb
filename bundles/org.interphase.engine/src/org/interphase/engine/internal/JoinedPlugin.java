package org.interphase.engine.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.interphase.api.Technique;
import org.interphase.engine.registry.PluginTechniques;

/**
 * A plug-in as it was taken into a registry, or why it was not.
 *
 * @param id of the plug-in
 * @param plugin its calls and failures
 * @param contents what it brings, guarded; none if it is left out
 * @param refusal why it is left out, a clause; empty if it is not
 */
public record JoinedPlugin(String id, ForeignPlugin plugin, List<TechniqueContents> contents, String refusal) {

    /** A technique's contents as they are and guarded. */
    private record Both(TechniqueContents raw, TechniqueContents guarded) {
    }

    private record Asked(PluginTechniques given, ForeignPlugin plugin, ForeignCalls.Begun<List<Both>> answer) {
    }

    /**
     * Asks plug-ins what they bring, all at once, and takes them in one after the other. One that fails, does not come
     * back, or takes a name that is taken, is left out whole.
     *
     * @param own what is there without plug-ins, and stays whatever they bring
     */
    public static List<JoinedPlugin> join(Collection<TechniqueContents> own, Collection<PluginTechniques> plugins,
            PluginTechniques.Limits limits) {
        List<Asked> asked = new ArrayList<>();
        for (PluginTechniques p : plugins) {
            ForeignCalls calls = new ForeignCalls("plug-in " + p.id(), p.loader(), limits.quick(), limits.patience());
            ForeignPlugin plugin = new ForeignPlugin(p.name(), calls);
            asked.add(new Asked(p, plugin, calls.begin(() -> ask(p, plugin))));
        }
        List<TechniqueContents> taken = new ArrayList<>(own);
        List<JoinedPlugin> out = new ArrayList<>();
        for (Asked a : asked) {
            out.add(take(a, taken));
        }
        return out;
    }

    private static List<Both> ask(PluginTechniques p, ForeignPlugin plugin) throws Exception {
        List<Both> out = new ArrayList<>();
        for (Technique t : p.techniques().call()) {
            TechniqueContents raw = TechniqueContents.of(t);
            out.add(new Both(raw, raw.guarded(plugin)));
        }
        return out;
    }

    private static JoinedPlugin take(Asked a, List<TechniqueContents> taken) {
        try {
            List<Both> brought = a.answer.get();
            List<TechniqueContents> all = new ArrayList<>(taken);
            for (Both b : brought) {
                String clash = a.plugin.calls().quick(() -> b.raw.clash(all));
                if (clash != null) {
                    return new JoinedPlugin(a.given.id(), a.plugin, List.of(), "it brings the " + clash
                            + ", which is there already");
                }
                all.add(b.raw);
            }
            brought.forEach(b -> taken.add(b.raw));
            return new JoinedPlugin(a.given.id(), a.plugin, brought.stream().map(Both::guarded).toList(), "");
        } catch (ForeignCalls.Failed e) {
            return new JoinedPlugin(a.given.id(), a.plugin, List.of(), "asked what it brings, " + e.getMessage());
        }
    }
}
