-- One row of every table for each of two shops, written by the owner. The shops' ids end in 1 and 2.
do $$
declare
    n integer;
    shop uuid;
    person uuid;
    connection uuid;
    model uuid;
    colour uuid;
    item uuid;
    sold uuid;
    lens uuid;
    bytes bytea;
begin
    for n in 1 .. 2 loop
        shop := ('00000000-0000-0000-0000-00000000000' || n)::uuid;
        person := ('00000000-0000-0000-0000-0000000000a' || n)::uuid;
        perform set_config('app.shop_id', shop::text, true);
        perform set_config('app.account_id', person::text, true);
        perform set_config('app.secret_sha256', encode(sha256(('secret' || n)::bytea), 'hex'), true);
        bytes := ('glTF' || n)::bytea;
        insert into shop (id, slug, name, currency) values (shop, 'shop-' || n, 'Shop', 'EUR');
        insert into asset (shop_id, sha256, content_type, content) values (shop, sha256(bytes), 'model/gltf-binary', bytes);
        insert into eyewear (shop_id, slug, name, description, shape, rim_type, material, lens_width_mm, lens_height_mm, dbl_mm,
                temple_length_mm, total_width_mm, pantoscopic_tilt_rad, wrap_angle_rad, sort_position)
            values (shop, 'frame', 'Frame', '', 'ROUND', 'FULL', 'METAL', 48, 48, 21, 145, 136, 0.14, 0.07, 0) returning id into model;
        insert into variant (shop_id, eyewear_id, sku, colour_name, swatch, sun, sort_position)
            values (shop, model, 'SKU', 'Black', '#000000', false, 0) returning id into colour;
        insert into variant_picture (shop_id, variant_id, view, sha256) values (shop, colour, 'FRONT', sha256(bytes));
        insert into price (shop_id, variant_id, currency, amount_minor) values (shop, colour, 'EUR', 100);
        insert into account (id, email, display_name, password_hash)
            values (person, 'person' || n || '@shop.example', 'Person', '$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA');
        insert into membership (shop_id, account_id, role) values (shop, person, 'OWNER');
        insert into platform_identity (shop_id, platform, platform_user_id, account_id) values (shop, 'SHOPIFY', '1', person);
        insert into passkey (credential_id, account_id, name, public_key_cose, signature_count)
            values (('key' || n)::bytea, person, 'Phone', '\x00', 0);
        insert into session (secret_sha256, account_id, shop_id, csrf_secret, expires_at)
            values (sha256(('secret' || n)::bytea), person, shop, sha256('x'), now() + interval '1 day');
        insert into ticket (secret_sha256, purpose, subject, shop_id, expires_at)
            values (sha256(('secret' || n)::bytea), 'SIGN_IN', 'person@shop.example', shop, now() + interval '1 day');
        insert into platform_connection (shop_id, platform, store, webhook_path, state)
            values (shop, 'SHOPIFY', 'store-' || n || '.myshopify.com', 'abcdefghijklmnopqrstuv' || n, 'ACTIVE') returning id into connection;
        insert into credential (shop_id, connection_id, kind, key_id, nonce, ciphertext)
            values (shop, connection, 'ACCESS', 'k1', substr(sha256('n'), 1, 12), sha256('c'));
        insert into webhook_delivery (shop_id, connection_id, delivery_key, topic, body)
            values (shop, connection, 'd1', 'products/update', '{}');
        insert into product (shop_id, connection_id, platform_product_id, title, platform_updated_at)
            values (shop, connection, '1', 'Product', now()) returning id into item;
        insert into product_variant (shop_id, product_id, platform_variant_id) values (shop, item, '1') returning id into sold;
        insert into frame_link (shop_id, product_variant_id, variant_id, linked_by) values (shop, sold, colour, 'SKU');
        insert into product_image (shop_id, product_id, sort_position, source_url) values (shop, item, 0, 'https://cdn.example/1.jpg');
        insert into lens_option (shop_id, name, tint, vlt_percent, sort_position) values (shop, 'Grey', 'GREY', 15, 0) returning id into lens;
        insert into product_lens (shop_id, product_id, lens_option_id) values (shop, item, lens);
        insert into frame_suggestion (shop_id, product_id, spec, reasons, eyewear_id) values (shop, item, '{}', '{}', model);
        insert into shop_settings (shop_id) values (shop);
        insert into api_key (shop_id, public_key, name, allowed_origins)
            values (shop, 'ewpk_' || repeat(n::text, 24), 'Web', '{https://shop.example}');
        insert into stored_object (shop_id, sha256, content_type, size_bytes, state)
            values (shop, sha256(bytes), 'model/gltf-binary', 5, 'CLEAN');
        insert into picture_variant (shop_id, source_sha256, width_px, format, object_sha256)
            values (shop, sha256(bytes), 320, 'WEBP', sha256(bytes));
        insert into frame_picture (shop_id, variant_id, sha256, sort_position) values (shop, colour, sha256(bytes), 0);
        insert into frame_import (shop_id, kind, source_sha256, request) values (shop, 'MODEL', sha256(bytes), '{}');
        insert into job (shop_id, kind, dedupe_key) values (shop, 'import', 'all');
        insert into audit_entry (shop_id, sequence, at, actor_kind, actor, action, subject, previous_sha256, sha256)
            values (shop, 1, now(), 'SYSTEM', 'install', 'shop.create', 'shop', sha256(''), sha256('1'));
    end loop;
end
$$;
