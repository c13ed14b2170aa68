-- The catalogue of every shop. A shop is a tenant: a transaction names its shop in app.shop_id and sees that shop's rows only.

do $$
begin
    if not exists (select from pg_roles where rolname = 'eyewearml_app') then
        create role eyewearml_app nologin noinherit;
    end if;
    execute format('grant eyewearml_app to %I', current_user);
end
$$;

create function current_shop_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.shop_id', true), '')::uuid $$;

create table shop (
    id uuid primary key default gen_random_uuid(),
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text not null check (name <> ''),
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    -- Names what its catalogue was last replaced from.
    catalogue_revision text not null default '',
    created_at timestamptz not null default now()
);

-- Bytes under their own hash: what a page refers to never changes.
create table asset (
    shop_id uuid not null references shop (id) on delete cascade,
    sha256 bytea not null,
    content_type text not null check (content_type in ('model/gltf-binary', 'image/png')),
    content bytea not null check (octet_length(content) between 1 and 4194304),
    created_at timestamptz not null default now(),
    primary key (shop_id, sha256),
    check (sha256 = pg_catalog.sha256(content))
);
alter table asset alter column content set storage external;

-- A model of spectacles at its size (boxing system, ISO 8624); its colours are variants.
create table eyewear (
    id uuid primary key default gen_random_uuid(),
    shop_id uuid not null references shop (id) on delete cascade,
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text not null check (name <> ''),
    description text not null,
    shape text not null,
    rim_type text not null,
    material text not null,
    lens_width_mm double precision not null check (lens_width_mm between 35 and 70),
    lens_height_mm double precision not null check (lens_height_mm between 18 and 65),
    dbl_mm double precision not null check (dbl_mm between 8 and 32),
    temple_length_mm double precision not null check (temple_length_mm between 110 and 165),
    total_width_mm double precision not null check (total_width_mm > 2 * lens_width_mm + dbl_mm),
    pantoscopic_tilt_rad double precision not null check (pantoscopic_tilt_rad between 0 and 0.32),
    wrap_angle_rad double precision not null check (wrap_angle_rad between 0 and 0.29),
    sort_position integer not null,
    unique (shop_id, slug),
    unique (shop_id, id)
);

create table variant (
    id uuid primary key default gen_random_uuid(),
    shop_id uuid not null,
    eyewear_id uuid not null,
    sku text not null check (sku ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
    colour_name text not null check (colour_name <> ''),
    swatch text not null check (swatch ~ '^#[0-9a-f]{6}$'),
    sun boolean not null,
    -- Null until a model has been made.
    model_sha256 bytea,
    sort_position integer not null,
    unique (shop_id, sku),
    unique (shop_id, id),
    foreign key (shop_id, eyewear_id) references eyewear (shop_id, id) on delete cascade,
    foreign key (shop_id, model_sha256) references asset (shop_id, sha256)
);
create index variant_of_eyewear on variant (shop_id, eyewear_id);

create table variant_picture (
    shop_id uuid not null,
    variant_id uuid not null,
    view text not null check (view in ('THREE_QUARTER', 'FRONT', 'SIDE')),
    sha256 bytea not null,
    primary key (shop_id, variant_id, view),
    foreign key (shop_id, variant_id) references variant (shop_id, id) on delete cascade,
    foreign key (shop_id, sha256) references asset (shop_id, sha256)
);

-- Smallest units of the currency, tax included.
create table price (
    shop_id uuid not null,
    variant_id uuid not null,
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    amount_minor bigint not null check (amount_minor >= 0),
    primary key (shop_id, variant_id, currency),
    foreign key (shop_id, variant_id) references variant (shop_id, id) on delete cascade
);

alter table shop enable row level security;
alter table shop force row level security;
alter table asset enable row level security;
alter table asset force row level security;
alter table eyewear enable row level security;
alter table eyewear force row level security;
alter table variant enable row level security;
alter table variant force row level security;
alter table variant_picture enable row level security;
alter table variant_picture force row level security;
alter table price enable row level security;
alter table price force row level security;

-- A shop is found by the slug in its address, before its id is known.
create policy named_shop on shop for select
    using (id = current_shop_id() or slug = current_setting('app.shop_slug', true));
create policy own_shop on shop
    using (id = current_shop_id()) with check (id = current_shop_id());
create policy own_shop on asset
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on eyewear
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on variant
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on variant_picture
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on price
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());

grant usage on schema public to eyewearml_app;
grant select, insert, update, delete on shop, asset, eyewear, variant, variant_picture, price to eyewearml_app;
