-- Settings, public keys, stored objects, work to be done, and the trail of who did what.

create table shop_settings (
    shop_id uuid primary key references shop (id) on delete cascade,
    button_text text not null default 'Try on' check (length(button_text) between 1 and 40),
    accent_colour text not null default '#1f4d45' check (accent_colour ~ '^#[0-9a-f]{6}$'),
    live_mode boolean not null default true,
    photo_mode boolean not null default true,
    viewer_mode boolean not null default true,
    camera_consent_text text not null default '' check (length(camera_consent_text) <= 2000),
    -- Whether shoppers whose devices cannot render may, with consent, send their photo to the server.
    server_fallback boolean not null default false,
    fallback_consent_text text not null default '' check (length(fallback_consent_text) <= 2000),
    updated_at timestamptz not null default now(),
    check (live_mode or photo_mode or viewer_mode)
);

-- A key that storefront pages carry for everybody to see: it names the shop and the origins that may use it.
create table api_key (
    id uuid primary key default gen_random_uuid(),
    shop_id uuid not null references shop (id) on delete cascade,
    public_key text not null unique check (public_key ~ '^ewpk_[A-Za-z0-9]{24}$'),
    name text not null check (length(name) between 1 and 100),
    allowed_origins text[] not null,
    created_at timestamptz not null default now(),
    revoked_at timestamptz
);
create index api_key_of_shop on api_key (shop_id);

-- Objects in storage, under their own hash. Nothing is delivered before it is clean.
create table stored_object (
    shop_id uuid not null references shop (id) on delete cascade,
    sha256 bytea not null check (octet_length(sha256) = 32),
    content_type text not null,
    size_bytes bigint not null check (size_bytes > 0),
    -- Registered before its bytes are kept, so that no collector takes them for leftovers.
    state text not null check (state in ('RECEIVING', 'QUARANTINED', 'CLEAN')),
    -- Of pictures, in pixels, as they are seen.
    width_px integer check (width_px > 0),
    height_px integer check (height_px > 0),
    created_at timestamptz not null default now(),
    -- When it was last asked to be kept: a collector leaves alone what is young.
    touched_at timestamptz not null default now(),
    primary key (shop_id, sha256)
);

-- A picture in another size or format, made when it was first asked for.
create table picture_variant (
    shop_id uuid not null,
    source_sha256 bytea not null,
    width_px integer not null check (width_px > 0),
    format text not null check (format in ('WEBP', 'AVIF', 'JPEG')),
    object_sha256 bytea not null,
    primary key (shop_id, source_sha256, width_px, format),
    foreign key (shop_id, source_sha256) references stored_object (shop_id, sha256) on delete cascade,
    foreign key (shop_id, object_sha256) references stored_object (shop_id, sha256)
);
create index picture_variant_object on picture_variant (shop_id, object_sha256);

-- A merchant's picture of a colour of a frame.
create table frame_picture (
    shop_id uuid not null,
    variant_id uuid not null,
    sha256 bytea not null,
    sort_position integer not null,
    primary key (shop_id, variant_id, sha256),
    foreign key (shop_id, variant_id) references variant (shop_id, id) on delete cascade,
    foreign key (shop_id, sha256) references stored_object (shop_id, sha256)
);
create index frame_picture_object on frame_picture (shop_id, sha256);

-- A model or photograph that a merchant gave, and the frame's model that was made of it.
create table frame_import (
    id uuid primary key default gen_random_uuid(),
    shop_id uuid not null references shop (id) on delete cascade,
    kind text not null check (kind in ('MODEL', 'PHOTO')),
    -- Null once nothing could be made of it.
    source_sha256 bytea,
    file_name text not null default '' check (length(file_name) <= 200),
    -- Sizes that the merchant gave, mm.
    request json not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'FAILED')),
    error_code text not null default '',
    error text not null default '',
    report json,
    model_sha256 bytea,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    foreign key (shop_id, source_sha256) references stored_object (shop_id, sha256),
    foreign key (shop_id, model_sha256) references asset (shop_id, sha256)
);
create index frame_import_by_time on frame_import (shop_id, created_at);
create index frame_import_source on frame_import (shop_id, source_sha256);
create index frame_import_model on frame_import (shop_id, model_sha256);

-- Work to be done once, at or after a time. A worker leases it; a lease that ran out may be taken over.
create table job (
    id uuid primary key default gen_random_uuid(),
    shop_id uuid not null references shop (id) on delete cascade,
    kind text not null,
    -- Two unfinished jobs of a shop with one key are one.
    dedupe_key text not null,
    payload jsonb not null default '{}',
    state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    run_at timestamptz not null default now(),
    attempts integer not null default 0,
    leased_until timestamptz,
    lease_holder uuid,
    -- Where to go on, and how far it is, for whoever takes it over and whoever waits.
    cursor jsonb not null default '{}',
    progress_done bigint not null default 0 check (progress_done >= 0),
    progress_total bigint check (progress_total >= 0),
    error text not null default '',
    created_at timestamptz not null default now(),
    finished_at timestamptz
);
create unique index job_unfinished on job (shop_id, kind, dedupe_key) where state in ('WAITING', 'RUNNING');
-- Whoever asked for a job finds it by its key.
create index job_by_key on job (shop_id, kind, dedupe_key);
create index job_due on job (run_at) where state in ('WAITING', 'RUNNING');

-- Append-only. Each entry holds the hash of the one before it in its shop: what is taken out or changed shows.
create table audit_entry (
    -- No cascade: a shop that has a trail is erased, never deleted.
    shop_id uuid not null references shop (id),
    sequence bigint not null check (sequence > 0),
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('ACCOUNT', 'PLATFORM', 'SYSTEM')),
    actor text not null,
    action text not null check (action ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
    subject text not null,
    -- Type json keeps the text as it was hashed.
    before json,
    after json,
    address text not null default '',
    request_id text not null default '',
    previous_sha256 bytea not null check (octet_length(previous_sha256) = 32),
    sha256 bytea not null check (octet_length(sha256) = 32),
    primary key (shop_id, sequence)
);

alter table shop_settings enable row level security;
alter table shop_settings force row level security;
alter table api_key enable row level security;
alter table api_key force row level security;
alter table stored_object enable row level security;
alter table stored_object force row level security;
alter table picture_variant enable row level security;
alter table picture_variant force row level security;
alter table frame_picture enable row level security;
alter table frame_picture force row level security;
alter table frame_import enable row level security;
alter table frame_import force row level security;
alter table job enable row level security;
alter table job force row level security;
alter table audit_entry enable row level security;
alter table audit_entry force row level security;

create policy own_shop on shop_settings
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on api_key
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy named_key on api_key for select
    using (public_key = current_setting('app.public_key', true));
create policy own_shop on stored_object
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on picture_variant
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on frame_picture
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on frame_import
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on job
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
-- A worker takes what is due of every shop, then works within that shop.
create policy dispatch_sees on job for select using (current_setting('app.dispatch', true) = 'on');
create policy dispatch_leases on job for update using (current_setting('app.dispatch', true) = 'on');
create policy own_shop on audit_entry
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());

grant select, insert, update, delete on shop_settings, api_key, stored_object, picture_variant, frame_picture, frame_import, job
    to eyewearml_app;
grant select, insert on audit_entry to eyewearml_app;
