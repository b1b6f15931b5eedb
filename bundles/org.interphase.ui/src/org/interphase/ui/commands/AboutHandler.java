package org.interphase.ui.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.api.Recipe;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.help.ProblemReport;
import org.interphase.ui.help.ProgramPart;
import org.interphase.ui.session.WorkbenchSession;
import org.osgi.framework.FrameworkUtil;

/** Shows what the program is made of and what it logged, and offers a report of a problem. */
public final class AboutHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        boolean problem = event.getCommand().getId().endsWith("problem");
        WorkbenchSession session = window.getService(WorkbenchSession.class);
        Display display = window.getShell().getDisplay();
        Recipe recipe = window.getActivePage() != null
                && window.getActivePage().getActiveEditor() instanceof AnalysisEditor e
                        ? e.analysis().map(a -> a.recipe()).orElse(null) : null;
        Job.createSystem("Look at the parts of the program", (ICoreRunnable) m -> {
            // licences are read from the files of all parts
            List<ProgramPart> parts = ProgramPart.all(FrameworkUtil.getBundle(AboutHandler.class).getBundleContext());
            ProblemReport report = ProblemReport.of(versions(parts), log(), session.remembered().text(), recipe);
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!window.getShell().isDisposed()) {
                        new AboutDialog(window.getShell(), parts, report, problem).open();
                    }
                });
            }
        }).schedule();
        return null;
    }

    private static String versions(List<ProgramPart> parts) {
        return "Interphase " + FrameworkUtil.getBundle(AboutHandler.class).getVersion() + "\nJava "
                + System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor") + "\n"
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch") + "\nMemory: " + Runtime.getRuntime().maxMemory() / 1_000_000
                + " MB at most\n\n" + parts.stream().map(p -> p.name() + " " + p.version())
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String log() {
        Path file = Platform.getLogFileLocation().toFile().toPath();
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    : "Nothing was logged.\n";
        } catch (IOException e) {
            return "The log cannot be read: " + e.getMessage() + "\n";
        }
    }
}
