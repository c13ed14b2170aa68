-- Connections to shop platforms, the credentials they handed over, and what they told us by webhook.
-- A request of a platform names its store in app.store, as 'PLATFORM:store', before the shop is known.

alter table shop add column erased_at timestamptz;

create table platform_connection (
    id uuid primary key default gen_random_uuid(),
    shop_id uuid not null references shop (id) on delete cascade,
    platform text not null check (platform in ('SHOPIFY', 'WOOCOMMERCE', 'MAGENTO', 'BIGCOMMERCE')),
    -- Immutable name of the store there: myshopify domain, store hash, or normalised https origin.
    store text not null check (store <> ''),
    -- Unguessable part of the addresses that this store's webhooks are sent to.
    webhook_path text not null unique check (webhook_path ~ '^[A-Za-z0-9_-]{22,}$'),
    state text not null check (state in ('PENDING', 'ACTIVE', 'RECONNECT', 'UNINSTALLED')),
    -- For the merchant: why it must be reconnected.
    state_reason text not null default '',
    scopes text[] not null default '{}',
    installed_at timestamptz not null default now(),
    uninstalled_at timestamptz,
    catalogue_synced_at timestamptz,
    reconciled_at timestamptz,
    -- Whether the store sends no webhooks, so that it must be asked what changed.
    polled boolean not null default false,
    unique (platform, store),
    unique (shop_id, id)
);
create index platform_connection_of_shop on platform_connection (shop_id);

-- Tokens and secrets, AES-256-GCM; key_id names the key, the shop's id and the kind are associated data.
create table credential (
    shop_id uuid not null,
    connection_id uuid not null,
    kind text not null check (kind in ('ACCESS', 'REFRESH', 'WEBHOOK_SECRET', 'PREVIOUS_WEBHOOK_SECRET')),
    key_id text not null,
    nonce bytea not null check (octet_length(nonce) = 12),
    ciphertext bytea not null check (octet_length(ciphertext) >= 16),
    expires_at timestamptz,
    updated_at timestamptz not null default now(),
    primary key (shop_id, connection_id, kind),
    foreign key (shop_id, connection_id) references platform_connection (shop_id, id) on delete cascade
);
create index credential_key on credential (key_id);

create table webhook_delivery (
    shop_id uuid not null,
    connection_id uuid not null,
    -- The platform's key of the delivery: a second one with it is the same event.
    delivery_key text not null,
    event_id text,
    topic text not null,
    triggered_at timestamptz,
    received_at timestamptz not null default now(),
    state text not null default 'QUEUED' check (state in ('QUEUED', 'DONE', 'STALE', 'FAILED')),
    -- The signed bytes; emptied once processed.
    body bytea not null,
    error text not null default '',
    processed_at timestamptz,
    primary key (shop_id, connection_id, delivery_key),
    foreign key (shop_id, connection_id) references platform_connection (shop_id, id) on delete cascade
);
create index webhook_delivery_received on webhook_delivery (received_at);

alter table platform_connection enable row level security;
alter table platform_connection force row level security;
alter table credential enable row level security;
alter table credential force row level security;
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;

create policy own_shop on platform_connection
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy named_store on platform_connection for select
    using (platform || ':' || store = current_setting('app.store', true)
        or webhook_path = current_setting('app.webhook_path', true));
-- A scheduler sees which stores of all shops are due, then works within a shop.
create policy dispatch_sees on platform_connection for select using (current_setting('app.dispatch', true) = 'on');
create policy own_shop on credential
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_shop on webhook_delivery
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());

grant select, insert, update, delete on platform_connection, credential, webhook_delivery to eyewearml_app;
