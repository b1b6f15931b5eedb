package org.interphase.ui.help;

import java.util.function.BiConsumer;
import org.eclipse.ui.IWorkbenchPage;
import org.interphase.engine.registry.TechniqueRegistry;

/** The pages of help, for whoever lists them. */
public final class HelpLinks {

    private HelpLinks() {
    }

    /** Gives each page by its title, with what shows it. */
    public static void each(TechniqueRegistry registry, IWorkbenchPage page, BiConsumer<String, Runnable> taker) {
        HelpTopics.titles(registry).forEach((id, title) -> taker.accept(title, () -> HelpHandler.show(page, id, "")));
    }
}
