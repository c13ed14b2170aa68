-- People, what they may do in which shop, and how they prove who they are. An account belongs to no shop; a membership does.
-- A transaction names the signed-in account in app.account_id.

create function current_account_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.account_id', true), '')::uuid $$;

-- SHA-256, as hexadecimal digits, of the secret that a request brought: a session or a ticket is found by it.
create function presented_secret() returns bytea language sql stable parallel safe as
$$ select decode(nullif(current_setting('app.secret_sha256', true), ''), 'hex') $$;

create table account (
    id uuid primary key default gen_random_uuid(),
    -- Null for somebody known only to a shop platform.
    email text unique check (email = lower(email) and email like '%_@_%' and length(email) <= 254),
    display_name text not null check (length(display_name) between 1 and 200),
    -- Argon2id in PHC string format.
    password_hash text check (password_hash like '$argon2id$%'),
    failed_sign_ins integer not null default 0 check (failed_sign_ins >= 0),
    locked_until timestamptz,
    created_at timestamptz not null default now()
);

create table membership (
    shop_id uuid not null references shop (id) on delete cascade,
    account_id uuid not null references account (id) on delete cascade,
    role text not null check (role in ('OWNER', 'ADMIN', 'EDITOR', 'ANALYST', 'SUPPORT')),
    created_at timestamptz not null default now(),
    primary key (shop_id, account_id)
);
create index membership_of_account on membership (account_id);

-- A user of a shop platform, who is one account of ours in that shop.
create table platform_identity (
    shop_id uuid not null,
    platform text not null check (platform in ('SHOPIFY', 'WOOCOMMERCE', 'MAGENTO', 'BIGCOMMERCE')),
    platform_user_id text not null check (platform_user_id <> ''),
    account_id uuid not null,
    primary key (shop_id, platform, platform_user_id),
    foreign key (shop_id, account_id) references membership (shop_id, account_id) on delete cascade
);

create table passkey (
    credential_id bytea primary key,
    account_id uuid not null references account (id) on delete cascade,
    name text not null check (length(name) between 1 and 100),
    public_key_cose bytea not null,
    signature_count bigint not null check (signature_count >= 0),
    transports text[] not null default '{}',
    created_at timestamptz not null default now(),
    last_used_at timestamptz
);
create index passkey_of_account on passkey (account_id);

create table session (
    secret_sha256 bytea primary key check (octet_length(secret_sha256) = 32),
    account_id uuid not null references account (id) on delete cascade,
    -- The shop it was opened for by a platform; null where the account may choose among its shops.
    shop_id uuid references shop (id) on delete cascade,
    csrf_secret bytea not null check (octet_length(csrf_secret) = 32),
    -- Browser and system, for its owner to tell sessions apart.
    device text not null default '' check (length(device) <= 100),
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null,
    check (expires_at > created_at)
);
create index session_of_account on session (account_id);
create index session_expiry on session (expires_at);

-- Something that may be shown once, within a time: a link in an e-mail, the state of an installation.
create table ticket (
    secret_sha256 bytea primary key check (octet_length(secret_sha256) = 32),
    purpose text not null check (purpose in ('SIGN_IN', 'PASSWORD', 'INVITATION', 'INSTALLATION', 'PASSKEY')),
    -- Whom or what it is for: an e-mail address, the origin of a store.
    subject text not null check (subject <> ''),
    shop_id uuid references shop (id) on delete cascade,
    -- SHA-256 of the cookie of the browser it was made in; null where any browser may bring it.
    browser_sha256 bytea check (octet_length(browser_sha256) = 32),
    details jsonb not null default '{}',
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    check (expires_at > created_at)
);
create index ticket_expiry on ticket (expires_at);

alter table account enable row level security;
alter table account force row level security;
alter table membership enable row level security;
alter table membership force row level security;
alter table platform_identity enable row level security;
alter table platform_identity force row level security;
alter table passkey enable row level security;
alter table passkey force row level security;
alter table session enable row level security;
alter table session force row level security;
alter table ticket enable row level security;
alter table ticket force row level security;

create policy own_account on account
    using (id = current_account_id()) with check (id = current_account_id());
-- Signing in begins with an address only.
create policy named_account on account for select
    using (email = current_setting('app.account_email', true));
create policy colleague on account for select
    using (exists (select from membership m where m.account_id = account.id and m.shop_id = current_shop_id()));

create policy own_shop on membership
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());
create policy own_account on membership for select
    using (account_id = current_account_id());
-- Whoever has a membership sees the names of the shops to choose from.
create policy shop_of_member on shop for select
    using (exists (select from membership m where m.shop_id = shop.id and m.account_id = current_account_id()));

create policy own_shop on platform_identity
    using (shop_id = current_shop_id()) with check (shop_id = current_shop_id());

create policy own_account on passkey
    using (account_id = current_account_id()) with check (account_id = current_account_id());
create policy named_passkey on passkey for select
    using (credential_id = decode(nullif(current_setting('app.passkey_id', true), ''), 'hex'));

create policy own_account on session
    using (account_id = current_account_id()) with check (account_id = current_account_id());
create policy presented on session
    using (secret_sha256 = presented_secret()) with check (secret_sha256 = presented_secret());

create policy presented on ticket
    using (secret_sha256 = presented_secret()) with check (secret_sha256 = presented_secret());
-- A shop sees whom it invited, and may take it back.
create policy invitation_seen on ticket for select using (purpose = 'INVITATION' and shop_id = current_shop_id());
create policy invitation_withdrawn on ticket for delete using (purpose = 'INVITATION' and shop_id = current_shop_id());
create index ticket_of_shop on ticket (shop_id) where purpose = 'INVITATION';

grant select, insert, update, delete on account, membership, platform_identity, passkey, session, ticket to eyewearml_app;
