package com.eyewearml.server.platform.contract;

import com.eyewearml.server.platform.CataloguePage;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformEvent;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.StockPage;
import com.eyewearml.server.platform.webhook.Delivery;
import java.util.Optional;

/** An adapter with which the process ends after some pages; it notes, or has another note, where reading began. */
public final class Mortal implements PlatformAdapter {
    /** The process ends. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final PlatformAdapter adapter;
    private final Mortal notes;
    private final boolean afterAnswer;
    private int pagesLeft;
    private boolean read;
    private Optional<String> firstCursor = Optional.empty();

    /** Ends when asked for one page more than that. */
    public Mortal(PlatformAdapter adapter, int pagesLeft) {
        this.adapter = adapter;
        this.pagesLeft = pagesLeft;
        this.notes = this;
        this.afterAnswer = false;
    }

    private Mortal(PlatformAdapter adapter) {
        this.adapter = adapter;
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
        this.adapter = adapter;
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
    public Platform platform() {
        return adapter.platform();
    }

    @Override
    public CataloguePage products(Connection connection, Optional<String> cursor) {
        turn(cursor);
        CataloguePage page = adapter.products(connection, cursor);
        if (afterAnswer) {
            throw new Killed();
        }
        return page;
    }

    @Override
    public StockPage stock(Connection connection, Optional<String> cursor) {
        turn(cursor);
        return adapter.stock(connection, cursor);
    }

    @Override
    public Optional<PlatformProduct> product(Connection connection, String productId) {
        return adapter.product(connection, productId);
    }

    @Override
    public boolean subscribe(Connection connection) {
        return adapter.subscribe(connection);
    }

    @Override
    public PlatformEvent event(Delivery delivery) {
        return adapter.event(delivery);
    }
}
