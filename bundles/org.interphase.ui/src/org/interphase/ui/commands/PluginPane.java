package org.interphase.ui.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.interphase.engine.plugin.InstalledPlugin;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.ui.session.WorkbenchSession;

/**
 * The user's plug-ins: a table, what is known of the chosen one, and what can be done with it. A jar can be dropped on
 * it. Whatever is done runs in a job, since code of others may be slow.
 */
final class PluginPane extends Composite {

    private static final String[] COLUMNS = {Messages.PluginPane_plugin, Messages.AboutDialog_version,
        Messages.PluginPane_state, Messages.PluginPane_author, Messages.AboutDialog_licence, Messages.PluginPane_adds};
    private static final int[] WIDTHS = {160, 70, 80, 110, 90, 240};
    private static final int DETAILS = 90;

    private final WorkbenchSession session;
    private final Table table;
    private final Text details;
    private final Label status;
    private final Button toggle;
    private final Button remove;
    private List<InstalledPlugin> shown = List.of();

    /** Something done with the plug-ins; the answer is told. */
    @FunctionalInterface
    private interface Deed {
        String on(PluginManager plugins) throws IOException;
    }

    PluginPane(Composite parent, WorkbenchSession session) {
        super(parent, SWT.NONE);
        this.session = session;
        setLayout(new GridLayout());
        table = new Table(this, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setData("interphase.id", "plugins");
        table.setHeaderVisible(true);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        for (int i = 0; i < COLUMNS.length; i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(COLUMNS[i]);
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.Selection, e -> selected());
        details = new Text(this, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        details.setData("interphase.id", "plugin-details");
        GridData d = new GridData(SWT.FILL, SWT.FILL, true, false);
        d.heightHint = DETAILS;
        details.setLayoutData(d);
        status = new Label(this, SWT.WRAP);
        status.setData("interphase.id", "plugin-status");
        status.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Composite buttons = new Composite(this, SWT.NONE);
        buttons.setLayout(new RowLayout());
        button(buttons, Messages.PluginPane_install, "plugin-install", this::choose);
        toggle = button(buttons, Messages.PluginPane_disable, "plugin-toggle", this::toggle);
        remove = button(buttons, Messages.PluginPane_remove, "plugin-remove", this::remove);
        List.of(this, table, details).forEach(this::acceptJars);
        run(Messages.PluginPane_looking, p -> "");
    }

    private static Button button(Composite parent, String label, String id, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.setData("interphase.id", id);
        button.addListener(SWT.Selection, e -> action.run());
        return button;
    }

    private void acceptJars(Control on) {
        DropTarget target = new DropTarget(on, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] names) {
                    for (String name : names) {
                        ask(Path.of(name));
                    }
                }
            }
        });
    }

    private void choose() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.jar"});
        dialog.setFilterNames(new String[] {Messages.PluginPane_filter});
        String name = dialog.open();
        if (name != null) {
            ask(Path.of(name));
        }
    }

    /** Installs a jar or a folder of jars if the analyst trusts it. */
    void ask(Path path) {
        if (new MessageDialog(getShell(), Messages.PluginPane_installTitle, null, NLS.bind(
                Messages.PluginPane_trust, path.getFileName()), MessageDialog.QUESTION, 0, Messages.Yes,
                Messages.No).open() == 0) {
            install(path);
        }
    }

    /** Installs a jar or a folder of jars. */
    void install(Path path) {
        run(NLS.bind(Messages.PluginPane_installing, path.getFileName()), p -> {
            StringBuilder said = new StringBuilder();
            for (InstalledPlugin one : p.install(path)) {
                boolean refused = one.state() == InstalledPlugin.State.REFUSED;
                said.append(said.isEmpty() ? "" : " ").append(refused ? NLS.bind(Messages.PluginPane_refused,
                        one.id(), one.reason()) : NLS.bind(Messages.PluginPane_installed, one.id()));
            }
            return said.toString();
        });
    }

    private void toggle() {
        chosen(p -> {
            boolean enable = p.state() == InstalledPlugin.State.DISABLED;
            run(NLS.bind(enable ? Messages.PluginPane_enabling : Messages.PluginPane_disabling, p.id()),
                    m -> NLS.bind(Messages.PluginPane_now, p.id(), word(m.setEnabled(p.file(), enable).state())));
        });
    }

    private void remove() {
        chosen(p -> run(NLS.bind(Messages.PluginPane_removing, p.id()), m -> NLS.bind(Messages.PluginPane_removed,
                m.remove(p.file()).id())));
    }

    private void chosen(Consumer<InstalledPlugin> action) {
        int at = table.getSelectionIndex();
        if (at >= 0 && at < shown.size()) {
            action.accept(shown.get(at));
        }
    }

    private void run(String doing, Deed deed) {
        status.setText(doing);
        Display display = getDisplay();
        Job job = Job.create(Messages.InstalledTechniques_plugins, (ICoreRunnable) m -> {
            String said;
            try {
                said = deed.on(session.plugins());
                session.techniquesChanged();
            } catch (IOException | RuntimeException e) {
                said = failed(e);
            }
            // what could not be done leaves the others as they are
            List<InstalledPlugin> now = null;
            try {
                now = session.plugins().list();
            } catch (RuntimeException e) {
                said = failed(e);
            }
            String text = said;
            Optional<List<InstalledPlugin>> all = Optional.ofNullable(now);
            if (!display.isDisposed()) {
                display.asyncExec(() -> show(all, text));
            }
        });
        job.schedule();
    }

    private static String failed(Exception e) {
        ILog.get().warn("Plug-ins", e);
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private void show(Optional<List<InstalledPlugin>> all, String said) {
        if (isDisposed()) {
            return;
        }
        int at = table.getSelectionIndex();
        List<InstalledPlugin> now = all.orElse(shown);
        shown = now;
        table.removeAll();
        for (InstalledPlugin p : now) {
            new TableItem(table, SWT.NONE).setText(new String[] {p.name(), p.version(), word(p.state()), p.author(),
                p.licence(), p.state() == InstalledPlugin.State.ACTIVE ? p.adds().line() : p.reason()});
        }
        table.select(Math.max(0, Math.min(at, now.size() - 1)));
        status.setText(!said.isEmpty() ? said : NLS.bind(now.isEmpty() ? Messages.PluginPane_none
                : Messages.PluginPane_in,
                session.plugins().folder()));
        selected();
        layout();
    }

    private void selected() {
        int at = table.getSelectionIndex();
        boolean any = at >= 0 && at < shown.size();
        toggle.setEnabled(any);
        remove.setEnabled(any);
        InstalledPlugin p = any ? shown.get(at) : null;
        toggle.setText(any && p.state() == InstalledPlugin.State.DISABLED ? Messages.PluginPane_enable
                : Messages.PluginPane_disable);
        details.setText(any ? text(p) : "");
    }

    private static String text(InstalledPlugin p) {
        StringBuilder out = new StringBuilder(p.id()).append('\n');
        if (!p.reason().isEmpty()) {
            out.append(NLS.bind(Messages.PluginPane_notUsed, p.reason())).append('\n');
        }
        p.failures().forEach(f -> out.append(NLS.bind(Messages.PluginPane_failed, f)).append('\n'));
        if (p.state() == InstalledPlugin.State.ACTIVE) {
            out.append(NLS.bind(Messages.PluginPane_addsWhat, p.adds().line())).append('\n');
        }
        return out.append(p.sha256().isEmpty() ? NLS.bind(Messages.PluginPane_fileUnknown, p.file())
                : NLS.bind(Messages.PluginPane_file, p.file(), p.sha256())).toString();
    }

    private static String word(InstalledPlugin.State state) {
        return switch (state) {
            case ACTIVE -> Messages.PluginPane_active;
            case DISABLED -> Messages.PluginPane_disabled;
            case REFUSED -> Messages.PluginPane_isRefused;
            case NOT_LOADED -> Messages.PluginPane_notLoaded;
        };
    }
}
