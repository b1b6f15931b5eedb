package org.interphase.api;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known of a published source, part by part, and the one style it is printed in.
 *
 * @param kind what sort of publication it is
 * @param authors authors, separated by commas; the publishing body of a standard
 * @param title title
 * @param in journal, proceedings, publisher and edition, or number of a standard
 * @param year year of publication
 * @param volume volume; empty where there is none
 * @param pages pages or article number; empty where there is none
 * @param doi digital object identifier without a resolver; empty where it has none
 * @param checked whether these parts were held against another source; what was not is marked where it is printed
 */
public record Publication(Kind kind, String authors, String title, String in, int year, String volume, String pages,
        String doi, boolean checked) {

    /** Sorts of publications. */
    public enum Kind {
        /** A paper in a journal or in proceedings. */
        ARTICLE,
        /** A book, a report, or a chapter of a book. */
        BOOK,
        /** A standard. */
        STANDARD
    }

    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");

    /**
     * Requires the parts a reader needs to find it.
     *
     * @throws IllegalArgumentException if a part is missing or the identifier is none
     */
    public Publication {
        Objects.requireNonNull(kind, "kind");
        if (authors.isBlank() || title.isBlank() || in.isBlank()) {
            throw new IllegalArgumentException("a publication needs authors, a title, and where it was published");
        }
        if (year < 1600 || year > 2100) {
            throw new IllegalArgumentException(year + " is no year of publication");
        }
        if (kind == Kind.ARTICLE && pages.isBlank()) {
            throw new IllegalArgumentException("an article needs its pages: " + title);
        }
        if (!doi.isEmpty() && !DOI.matcher(doi).matches()) {
            throw new IllegalArgumentException("'" + doi + "' is no DOI");
        }
    }

    /** What is yet to be said of an article. */
    public static Part article(String authors, String title) {
        return new Part(Kind.ARTICLE, authors, title);
    }

    /** What is yet to be said of a book. */
    public static Part book(String authors, String title) {
        return new Part(Kind.BOOK, authors, title);
    }

    /** A standard, by the body that publishes it. */
    public static Publication standard(String body, String number, int year, String title) {
        return new Publication(Kind.STANDARD, body, title, number, year, "", "", "", false);
    }

    /**
     * Authors and title of a publication.
     *
     * @param kind what sort of publication it is
     * @param authors authors
     * @param title title
     */
    public record Part(Kind kind, String authors, String title) {

        /** Where and when it was published. */
        public Publication in(String where, int year, String volume, String pages) {
            return new Publication(kind, authors, title, where, year, volume, pages, "", false);
        }

        /** By whom and when it was published. */
        public Publication by(String publisher, int year) {
            return in(publisher, year, "", "");
        }
    }

    /** The same with its identifier. */
    public Publication doi(String identifier) {
        return new Publication(kind, authors, title, in, year, volume, pages, identifier, checked);
    }

    /** The same, held against another source. */
    public Publication seen() {
        return new Publication(kind, authors, title, in, year, volume, pages, doi, true);
    }

    /** The publication as it is cited under a key such as "Shirley 1972". */
    public Citation cited(String key) {
        return new Citation(key, text(), Optional.of(this));
    }

    /**
     * The reference as it is printed: "A. Author, Title, J. Chem. 1 (1999) 2-3, doi:10.1000/1". What was not held
     * against another source says so; standards are found by their number.
     */
    public String text() {
        if (kind == Kind.STANDARD) {
            return in + ":" + year + ", " + title + ", " + authors;
        }
        return authors + ", " + title + ", " + in + (volume.isEmpty() ? "" : " " + volume) + " (" + year + ")"
                + (pages.isEmpty() ? "" : " " + pages) + (doi.isEmpty() ? "" : ", doi:" + doi)
                + (checked ? "" : " [details not checked]");
    }
}
