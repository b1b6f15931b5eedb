package org.interphase.ui.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.interphase.api.Stated;
import org.interphase.engine.reading.ImportQuestion;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.session.WorkbenchSession;

/** Asks in an editor what its file leaves open, keeps the answer, and has the file read again. */
final class Asking {

    private final Composite root;
    private final FigureCanvas canvas;
    private final WorkbenchSession session;
    private final AnalysisInput input;
    private final Runnable read;
    private final Runnable changed;
    private final ImportPage page;
    private ImportQuestion question;

    /**
     * @param above the control above which the page stands
     * @param read reads the file again
     * @param changed called when the page was left
     */
    Asking(Composite root, Composite above, FigureCanvas canvas, WorkbenchSession session, AnalysisInput input,
            Runnable read, Runnable changed) {
        this.root = root;
        this.canvas = canvas;
        this.session = session;
        this.input = input;
        this.read = read;
        this.changed = changed;
        this.page = new ImportPage(root, this::readAs, this::leave);
        page.moveAbove(above);
    }

    ImportPage page() {
        return page;
    }

    /** Whether the editor is of one raw file, of which something can be said. */
    boolean isPossible() {
        return input.document() == null && !input.isSeries();
    }

    private Path file() {
        return input.members().get(0).file();
    }

    /** The question a refusal asks; empty where nothing that is said could help. Reads the disk. */
    Optional<ImportQuestion> question(IOException refusal) {
        if (!isPossible() || !Files.isRegularFile(file())) {
            return Optional.empty();
        }
        Stated said;
        try {
            said = Opened.stated(file(), session);
        } catch (IOException e) {
            // what is wrong with the project its own view tells
            said = session.memory().of(file());
        }
        return Optional.of(ImportQuestion.of(refusal, said).offering(session.memory(), file()));
    }

    /** The question the data leaves, if any. Reads the disk. */
    Optional<ImportQuestion> question(Opened opened) {
        return isPossible() ? ImportQuestion.of(opened.dataset(), opened.reference().stated(), session.registry())
                .map(q -> q.offering(session.memory(), file())) : Optional.empty();
    }

    /** The file was read: a plain curve asks at once; that a scale is open is only offered. */
    void loaded(Optional<ImportQuestion> open, boolean atOnce) {
        question = open.orElse(null);
        if (question != null && atOnce) {
            ask(question, false);
        } else {
            hide();
        }
    }

    /** The reason of a question that is open and not on the page. */
    Optional<String> unasked() {
        return Optional.ofNullable(question).filter(q -> !page.isShown()).map(ImportQuestion::reason);
    }

    /** Shows the page because somebody wants it; empty if the file could not be read. */
    void sayWhat(Optional<Stated> said) {
        if (isPossible()) {
            ask(question != null ? question : ImportQuestion.onDemand(said.orElse(session.memory().of(file())))
                    .offering(session.memory(), file()), said.isEmpty());
            page.setFocus();
        }
    }

    /**
     * Shows a question.
     *
     * @param alone whether there is no picture to be seen beside it
     */
    void ask(ImportQuestion what, boolean alone) {
        question = what;
        page.show(what, ImportQuestion.kinds(session.registry()), !alone);
        picture(!alone);
    }

    private void leave() {
        hide();
        changed.run();
    }

    private void hide() {
        page.hide();
        picture(true);
    }

    private void picture(boolean there) {
        ((GridData) canvas.getLayoutData()).exclude = !there;
        canvas.setVisible(there);
        root.layout(true, true);
    }

    /** Keeps what was said and reads the file again. */
    private void readAs(Stated said) {
        page.busy();
        Display display = root.getDisplay();
        Job job = Job.create(NLS.bind(Messages.Asking_keep, input.getName()), (ICoreRunnable) monitor -> {
            String trouble = "";
            try {
                session.memory().say(file(), said);
            } catch (IOException e) {
                trouble = NLS.bind(Messages.Asking_notKept, e.getMessage());
            }
            String told = trouble;
            display.asyncExec(() -> {
                if (root.isDisposed()) {
                    return;
                }
                if (told.isEmpty()) {
                    read.run();
                } else {
                    page.problem(told);
                }
            });
        });
        job.schedule();
    }
}
