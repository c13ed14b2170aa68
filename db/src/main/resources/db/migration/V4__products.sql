-- What a shop sells, as its platform tells it, and which frame of ours each variant of it is.

create table product (
    id uuid primary key default gen_random_uuid(),
    shop_id uuid not null references shop (id) on delete cascade,
    connection_id uuid not null,
    platform_product_id text not null,
    title text not null,
    handle text not null default '',
    vendor text not null default '',
    product_type text not null default '',
    tags text[] not null default '{}',
    product_url text not null default '',
    -- What the platform calls its last change: an older one is not written over a newer one.
    platform_updated_at timestamptz not null,
    deleted_at timestamptz,
    -- When the platform last said that this is how it is.
    confirmed_at timestamptz not null default now(),
    -- Whether it looks like glasses, from its words and dimensions.
    eyewear boolean not null default false,
    -- Dimensions in mm read from title, tags and metafields; null where none were found.
    lens_width_mm double precision check (lens_width_mm between 30 and 80),
    lens_height_mm double precision check (lens_height_mm between 15 and 75),
    dbl_mm double precision check (dbl_mm between 5 and 35),
    temple_length_mm double precision check (temple_length_mm between 90 and 180),
    unique (shop_id, connection_id, platform_product_id),
    unique (shop_id, id),
    foreign key (shop_id, connection_id) references platform_connection (shop_id, id) on delete cascade
);
create index product_by_title on product (shop_id, title, id);

create table product_variant (
    id uuid primary key default gen_random_uuid(),
    shop_id uuid not null,
    product_id uuid not null,
    platform_variant_id text not null,
    title text not null default '',
    sku text not null default '',
    -- Digits only, 8 to 14; empty where the shop gave none that checks.
    gtin text not null default '' check (gtin ~ '^([0-9]{8,14})?$'),
    amount_minor bigint check (amount_minor >= 0),
    unique (shop_id, product_id, platform_variant_id),
    unique (shop_id, id),
    foreign key (shop_id, product_id) references product (shop_id, id) on delete cascade
);
create index product_variant_by_sku on product_variant (shop_id, sku) where sku <> '';
create index product_variant_by_gtin on product_variant (shop_id, gtin) where gtin <> '';

-- The frame that a product's variant shows, and how that was found.
create table frame_link (
    shop_id uuid not null,
    product_variant_id uuid not null,
    variant_id uuid not null,
    linked_by text not null check (linked_by in ('SKU', 'GTIN', 'PERSON', 'SUGGESTION')),
    linked_at timestamptz not null default now(),
    primary key (shop_id, product_variant_id),
    foreign key (shop_id, product_variant_id) references product_variant (shop_id, id) on delete cascade,
    foreign key (shop_id, variant_id) references variant (shop_id, id) on delete cascade
);
create index frame_link_of_frame on frame_link (shop_id, variant_id);

create table product_image (
    shop_id uuid not null,
    product_id uuid not null,
    sort_position integer not null,
    source_url text not null,
    alt_text text not null default '',
    primary key (shop_id, product_id, sort_position),
    foreign key (shop_id, product_id) references product (shop_id, id) on delete cascade
);

-- Lenses a shop offers with its frames.
create table lens_option (
    id uuid primary key default gen_random_uuid(),
    shop_id uuid not null references shop (id) on delete cascade,
    name text not null check (length(name) between 1 and 100),
    tint text not null check (tint in ('NONE', 'GREY', 'BROWN', 'GREEN', 'BLUE', 'ROSE', 'YELLOW')),
    vlt_percent double precision not null check (vlt_percent between 1 and 100),
    bottom_vlt_percent double precision check (bottom_vlt_percent between 1 and 100),
    mirror text not null default 'NONE' check (mirror in ('NONE', 'SILVER', 'BLUE', 'GOLD')),
    anti_reflective boolean not null default false,
    polarised boolean not null default false,
    photochromic boolean not null default false,
    sort_position integer not null,
    unique (shop_id, name),
    unique (shop_id, id)
);

-- What is sold of a frame is linked to it by this number or its SKU, which is the merchant's and may look like anything.
alter table variant add column gtin text not null default '' check (gtin ~ '^([0-9]{8,14})?$');
alter table variant drop constraint variant_sku_check;
alter table variant add constraint variant_sku_check check (length(sku) between 1 and 64 and sku !~ '[[:cntrl:]]');
-- What the model was generated from; null where it came as a file.
alter table variant add column spec json;
create index variant_by_gtin on variant (shop_id, gtin) where gtin <> '';

-- Where a frame comes from. A catalogue that is replaced takes only its own frames with it.
alter table eyewear add column origin text not null default 'CATALOGUE'
    check (origin in ('CATALOGUE', 'PARAMETRIC', 'MODEL', 'PHOTO', 'SUGGESTION'));

-- Lenses that a product is offered with; all of the shop where it names none.
create table product_lens (
    shop_id uuid not null,
    product_id uuid not null,
    lens_option_id uuid not null,
    primary key (shop_id, product_id, lens_option_id),
    foreign key (shop_id, product_id) references product (shop_id, id) on delete cascade,
    foreign key (shop_id, lens_option_id) references lens_option (shop_id, id) on delete cascade
);
create index product_lens_of_option on product_lens (shop_id, lens_option_id);

-- A first frame for a product, made from its words and dimensions; the merchant decides.
create table frame_suggestion (
    id uuid primary key default gen_random_uuid(),
    shop_id uuid not null,
    product_id uuid not null,
    spec json not null,
    -- Where each part of it was read, and what was assumed.
    reasons text[] not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'REJECTED')),
    -- The frame that was made of it.
    eyewear_id uuid,
    decided_by text not null default '',
    decided_at timestamptz,
    created_at timestamptz not null default now(),
    unique (shop_id, product_id),
    unique (shop_id, id),
    foreign key (shop_id, product_id) references product (shop_id, id) on delete cascade,
    foreign key (shop_id, eyewear_id) references eyewear (shop_id, id) on delete set null (eyewear_id)
);
create index frame_suggestion_of_eyewear on frame_suggestion (shop_id, eyewear_id) where eyewear_id is not null;

alter table product enable row level security;
alter table product force row level security;
alter table product_variant enable row level security;
alter table product_variant force row level security;
alter table frame_link enable row level security;
alter table frame_link force row level security;
alter table product_image enable row level security;
alter table product_image force row level security;
alter table lens_option enable row level security;
alter table lens_option force row level security;
alter table product_lens enable row level security;
alter table product_lens force row level security;
alter table frame_suggestion enable row level security;
alter table frame_suggestion force row level security;

create policy own_shop on product
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on product_variant
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on frame_link
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on product_image
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on lens_option
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on product_lens
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on frame_suggestion
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());

grant select, insert, update, delete on product, product_variant, frame_link, product_image, lens_option, product_lens, frame_suggestion
    to eyewearml_app;
