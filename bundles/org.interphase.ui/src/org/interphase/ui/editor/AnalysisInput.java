package org.interphase.ui.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.interphase.ui.theme.Icons;

/** What an editor is of: datasets of raw files, several taken together as a series, or a saved analysis. */
public final class AnalysisInput implements IEditorInput, IPersistableElement {

    /**
     * A dataset of a raw file.
     *
     * @param file absolute path
     * @param index number of the dataset in the file; -1 for all of them
     */
    public record Member(Path file, int index) {
    }

    private final List<Member> members;
    private final Path document;
    private final boolean series;

    private AnalysisInput(List<Member> members, Path document, boolean series) {
        this.members = List.copyOf(members);
        this.document = document;
        this.series = series;
    }

    /** A dataset of a raw file. */
    public static AnalysisInput of(Path file, int index) {
        return new AnalysisInput(List.of(new Member(file.toAbsolutePath().normalize(), index)), null, false);
    }

    /** Datasets taken together. */
    public static AnalysisInput ofSeries(List<Member> members) {
        return new AnalysisInput(members, null, true);
    }

    /** A saved analysis. */
    public static AnalysisInput ofDocument(Path document) {
        return new AnalysisInput(List.of(), document.toAbsolutePath().normalize(), false);
    }

    /** The raw datasets; empty for a saved analysis. */
    public List<Member> members() {
        return members;
    }

    /** The saved analysis, or null. */
    public Path document() {
        return document;
    }

    /** Whether the datasets are taken together. */
    public boolean isSeries() {
        return series;
    }

    /** A text that is the same for the same data over restarts. */
    public String key() {
        return document != null ? document.toString() : (series ? "series " : "") + members.stream()
                .map(m -> m.file() + "#" + m.index()).collect(Collectors.joining("|"));
    }

    /** The file it is named after: the document, else the first raw file. */
    Path place() {
        return document != null ? document : members.get(0).file();
    }

    @Override
    public boolean exists() {
        return document != null ? Files.exists(document) : members.stream().allMatch(m -> Files.exists(m.file()));
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.of("data");
    }

    @Override
    public String getName() {
        if (document != null) {
            String n = document.getFileName().toString();
            return n.substring(0, n.length() - Math.min(n.length(), ".analysis.yaml".length()));
        }
        String first = members.get(0).file().getFileName().toString();
        return members.size() == 1 ? first : first + " +" + (members.size() - 1);
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getToolTipText() {
        return document != null ? document.toString() : members.stream().map(m -> m.file().toString())
                .distinct().collect(Collectors.joining("\n"));
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }

    @Override
    public String getFactoryId() {
        return AnalysisInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putBoolean("series", series);
        if (document != null) {
            memento.putString("document", document.toString());
        }
        for (Member m : members) {
            IMemento child = memento.createChild("member");
            child.putString("file", m.file().toString());
            child.putInteger("index", m.index());
        }
    }

    static AnalysisInput restored(IMemento memento) {
        List<Member> members = new ArrayList<>();
        for (IMemento child : memento.getChildren("member")) {
            members.add(new Member(Path.of(child.getString("file")), child.getInteger("index")));
        }
        String document = memento.getString("document");
        return new AnalysisInput(members, document == null ? null : Path.of(document),
                Boolean.TRUE.equals(memento.getBoolean("series")));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnalysisInput i && i.members.equals(members) && Objects.equals(i.document, document)
                && i.series == series;
    }

    @Override
    public int hashCode() {
        return Objects.hash(members, document, series);
    }
}
