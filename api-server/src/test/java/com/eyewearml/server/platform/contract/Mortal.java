package com.eyewearml.server.platform.contract;

import com.eyewearml.server.platform.CataloguePage;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.StockPage;
import java.util.Optional;

/** An adapter with which the process ends after some pages; it notes, or has another note, where reading began. */
public final class Mortal extends ForwardingAdapter {
    /** The process ends. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final Mortal notes;
    private final boolean afterAnswer;
    private int pagesLeft;
    private boolean read;
    private Optional<String> firstCursor = Optional.empty();

    /** Ends when asked for one page more than that. */
    public Mortal(PlatformAdapter adapter, int pagesLeft) {
        super(adapter);
        this.pagesLeft = pagesLeft;
        this.notes = this;
        this.afterAnswer = false;
    }

    private Mortal(PlatformAdapter adapter) {
        super(adapter);
        this.pagesLeft = Integer.MAX_VALUE;
        this.notes = this;
        this.afterAnswer = true;
    }

    /** Ends when the first page was answered, before anything is kept of it. */
    public static Mortal afterAnswer(PlatformAdapter adapter) {
        return new Mortal(adapter);
    }

    /** Like the other, with another to note in. */
    public Mortal(PlatformAdapter adapter, int pagesLeft, Mortal notes) {
        super(adapter);
        this.pagesLeft = pagesLeft;
        this.notes = notes;
        this.afterAnswer = false;
    }

    /** Cursor of the first page that was asked for. */
    public Optional<String> firstCursor() {
        return firstCursor;
    }

    private void turn(Optional<String> cursor) {
        if (pagesLeft-- == 0) {
            throw new Killed();
        }
        if (!notes.read) {
            notes.read = true;
            notes.firstCursor = cursor;
        }
    }

    @Override
    public CataloguePage products(Connection connection, Optional<String> cursor) {
        turn(cursor);
        CataloguePage page = super.products(connection, cursor);
        if (afterAnswer) {
            throw new Killed();
        }
        return page;
    }

    @Override
    public StockPage stock(Connection connection, Optional<String> cursor) {
        turn(cursor);
        return super.stock(connection, cursor);
    }
}
