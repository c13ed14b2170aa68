package com.eyewearml.server.frames;

import static com.eyewearml.db.schema.Tables.EYEWEAR;
import static com.eyewearml.db.schema.Tables.FRAME_LINK;
import static com.eyewearml.db.schema.Tables.FRAME_SUGGESTION;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static com.eyewearml.db.schema.Tables.VARIANT;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.pojos.ProductVariant;
import com.eyewearml.db.schema.tables.records.FrameSuggestionRecord;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.cache.ShopAnswers;
import com.eyewearml.server.frames.MerchantFrame.Origin;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * First frames that were suggested for products, and what the merchant decided: accepted ones become frames that the product's variants are
 * linked to; both decisions can be undone.
 */
public final class Suggestions {
    /** What was decided. The names are those in the database. */
    public enum State { OPEN, ACCEPTED, REJECTED }

    private final Database database;
    private final SharedCache cache;
    private final AuditTrail audit;
    private final Frames frames;

    /** @param frames makes them */
    public Suggestions(Database database, SharedCache cache, AuditTrail audit, Frames frames) {
        this.database = database;
        this.cache = cache;
        this.audit = audit;
        this.frames = frames;
    }

    /**
     * A suggestion.
     *
     * @param id        of the suggestion
     * @param productId of the product it is for
     * @param title     of the product
     * @param spec      what would be built
     * @param reasons   where each part of it comes from
     * @param state     what was decided
     * @param frameId   of the frame that was made of it; empty where there is none, or no more
     */
    public record Suggestion(UUID id, UUID productId, String title, FrameSpec spec, List<String> reasons, State state, Optional<UUID> frameId) { }

    /** Suggestions of a shop in that state, by the titles of their products, from {@code offset}. */
    public List<Suggestion> list(UUID shopId, State state, int offset, int limit) {
        return database.inShop(shopId, db -> select(db, FRAME_SUGGESTION.STATE.eq(state.name())).orderBy(PRODUCT.TITLE, PRODUCT.ID)
                .offset(offset).limit(limit).fetch(Suggestions::read));
    }

    /** How many suggestions of a shop are in that state. */
    public int count(UUID shopId, State state) {
        return database.inShop(shopId, db -> db.selectCount().from(FRAME_SUGGESTION).join(PRODUCT).on(PRODUCT.ID.eq(FRAME_SUGGESTION.PRODUCT_ID))
                .where(FRAME_SUGGESTION.STATE.eq(state.name())).and(PRODUCT.DELETED_AT.isNull()).fetchSingle().value1());
    }

    /** One of a shop. */
    public Optional<Suggestion> find(UUID shopId, UUID id) {
        return database.inShop(shopId, db -> select(db, FRAME_SUGGESTION.ID.eq(id)).fetchOptional(Suggestions::read));
    }

    private static org.jooq.SelectConditionStep<Record> select(DSLContext db, Condition wanted) {
        return db.select(FRAME_SUGGESTION.fields()).select(PRODUCT.TITLE).from(FRAME_SUGGESTION)
                .join(PRODUCT).on(PRODUCT.ID.eq(FRAME_SUGGESTION.PRODUCT_ID)).where(PRODUCT.DELETED_AT.isNull()).and(wanted);
    }

    private static Suggestion read(Record row) {
        FrameSuggestionRecord it = row.into(FRAME_SUGGESTION);
        return new Suggestion(it.getId(), it.getProductId(), row.get(PRODUCT.TITLE), FrameReader.spec(it.getSpec()), List.of(it.getReasons()),
                State.valueOf(it.getState()), Optional.ofNullable(it.getEyewearId()));
    }

    /**
     * Makes a frame of a suggestion, with a colour for each that the product's variants name, and links these.
     *
     * @return the frame's id
     * @throws RequestException with {@code NOT_FOUND}, or {@code CONFLICT} where it was decided already
     */
    public UUID accept(UUID shopId, UUID id, Actor actor) {
        Suggestion suggestion = find(shopId, id).filter(found -> found.state() == State.OPEN).orElseThrow(() -> undecidable(shopId, id));
        // Models are built ahead of the transaction, which then finds out whether they are still what is wanted.
        Plan plan = database.inShop(shopId, db -> plan(db, suggestion));
        List<Content> models = Frames.models(plan.draft());
        UUID frame = database.inShop(shopId, db -> {
            decide(db, shopId, id, State.OPEN, State.ACCEPTED, actor);
            Frames.Saved saved = frames.save(db, shopId, Optional.empty(), plan.draft(), models, Origin.SUGGESTION, actor);
            for (int i = 0; i < plan.colourOf().size(); i++) {
                link(db, shopId, plan.variants().get(i), saved.colours().get(plan.colourOf().get(i)));
            }
            db.update(FRAME_SUGGESTION).set(FRAME_SUGGESTION.EYEWEAR_ID, saved.frame()).where(FRAME_SUGGESTION.ID.eq(id)).execute();
            return saved.frame();
        });
        cache.invalidate(ShopAnswers.key(shopId));
        return frame;
    }

    /** What a person linked stays as it is. */
    private static void link(DSLContext db, UUID shopId, UUID productVariantId, UUID colourId) {
        boolean byPerson = db.fetchExists(FRAME_LINK, FRAME_LINK.PRODUCT_VARIANT_ID.eq(productVariantId)
                .and(FRAME_LINK.LINKED_BY.eq(FrameLinks.By.PERSON.name())));
        if (!byPerson && db.fetchExists(PRODUCT_VARIANT, PRODUCT_VARIANT.ID.eq(productVariantId))) {
            FrameLinks.put(db, shopId, productVariantId, colourId, FrameLinks.By.SUGGESTION);
        }
    }

    /**
     * What accepting would make.
     *
     * @param draft    of the frame
     * @param variants of the product
     * @param colourOf for each of these the place of its colour in the draft
     */
    private record Plan(FrameDraft draft, List<UUID> variants, List<Integer> colourOf) { }

    private static Plan plan(DSLContext db, Suggestion suggestion) {
        List<ProductVariant> variants = db.selectFrom(PRODUCT_VARIANT).where(PRODUCT_VARIANT.PRODUCT_ID.eq(suggestion.productId()))
                .orderBy(PRODUCT_VARIANT.TITLE, PRODUCT_VARIANT.ID).fetchInto(ProductVariant.class);
        List<FrameDraft.Colour> colours = new ArrayList<>();
        List<Integer> colourOf = new ArrayList<>();
        for (ProductVariant variant : variants) {
            FrameDraft.Colour colour = SuggestedFrame.coloured(suggestion.spec(), variant.title(), freeSku(db, variant, colours), variant.gtin())
                    .orElseGet(() -> new FrameDraft.Colour(freeSku(db, variant, colours), variant.gtin(),
                            suggestion.spec().finish().front().displayName(), suggestion.spec().finish(), suggestion.spec().lens()));
            int known = colours.stream().map(FrameDraft.Colour::finish).toList().indexOf(colour.finish());
            colourOf.add(known >= 0 ? known : colours.size());
            if (known < 0) {
                colours.add(colour);
            }
        }
        if (colours.isEmpty()) {
            colours.add(new FrameDraft.Colour("", "", suggestion.spec().finish().front().displayName(), suggestion.spec().finish(),
                    suggestion.spec().lens()));
        }
        String name = suggestion.title().strip();
        return new Plan(new FrameDraft(name.isEmpty() ? "Frame" : name.substring(0, Math.min(name.length(), 100)), "", suggestion.spec(), colours),
                variants.stream().map(ProductVariant::id).toList(), colourOf);
    }

    /** The variant's own SKU where it may be the colour's, so that both are known by the same. */
    private static String freeSku(DSLContext db, ProductVariant variant, List<FrameDraft.Colour> colours) {
        boolean taken = variant.sku().length() > Codes.MAX_SKU || colours.stream().anyMatch(colour -> colour.sku().equals(variant.sku()))
                || db.fetchExists(VARIANT, VARIANT.SKU.eq(variant.sku()));
        return taken ? "" : variant.sku();
    }

    /** Turns a suggestion down. */
    public void reject(UUID shopId, UUID id, Actor actor) {
        database.changeShop(shopId, db -> decide(db, shopId, id, State.OPEN, State.REJECTED, actor));
    }

    /**
     * Opens a decided suggestion again. The frame that was made of it goes, with its links.
     *
     * @throws RequestException with {@code CONFLICT} where it is open, or the frame was changed since it was made
     */
    public void undo(UUID shopId, UUID id, Actor actor) {
        database.changeShop(shopId, db -> {
            FrameSuggestionRecord row = lock(db, id);
            if (row.getEyewearId() != null) {
                int removed = db.deleteFrom(EYEWEAR).where(EYEWEAR.ID.eq(row.getEyewearId())).and(EYEWEAR.ORIGIN.eq(Origin.SUGGESTION.name())).execute();
                if (removed == 0) {
                    throw new RequestException(ErrorCode.CONFLICT, "The frame was changed since it was suggested. Delete it if you do not want it.");
                }
            }
            decide(db, shopId, id, State.valueOf(row.getState()) == State.OPEN ? State.REJECTED : State.valueOf(row.getState()), State.OPEN, actor);
        });
        cache.invalidate(ShopAnswers.key(shopId));
    }

    private static FrameSuggestionRecord lock(DSLContext db, UUID id) {
        return db.selectFrom(FRAME_SUGGESTION).where(FRAME_SUGGESTION.ID.eq(id)).forUpdate().fetchOptional().orElseThrow(Suggestions::notFound);
    }

    private void decide(DSLContext db, UUID shopId, UUID id, State from, State to, Actor actor) {
        FrameSuggestionRecord row = lock(db, id);
        if (!row.getState().equals(from.name())) {
            throw conflict(row.getState());
        }
        db.update(FRAME_SUGGESTION).set(FRAME_SUGGESTION.STATE, to.name()).set(FRAME_SUGGESTION.DECIDED_BY, to == State.OPEN ? "" : actor.name())
                .set(FRAME_SUGGESTION.DECIDED_AT, currentOffsetDateTime()).where(FRAME_SUGGESTION.ID.eq(id)).execute();
        String action = switch (to) {
            case ACCEPTED -> "frame-suggestion.accept";
            case REJECTED -> "frame-suggestion.reject";
            case OPEN -> "frame-suggestion.undo";
        };
        audit.add(db, shopId, AuditEvent.of(actor, action, id.toString()));
    }

    private RequestException undecidable(UUID shopId, UUID id) {
        return find(shopId, id).map(found -> conflict(found.state().name())).orElseGet(Suggestions::notFound);
    }

    private static RequestException conflict(String state) {
        return new RequestException(ErrorCode.CONFLICT, "The suggestion is " + state.toLowerCase(java.util.Locale.ROOT) + ". Load the page again.");
    }

    private static RequestException notFound() {
        return new RequestException(ErrorCode.NOT_FOUND, "The shop has no such suggestion.");
    }
}
