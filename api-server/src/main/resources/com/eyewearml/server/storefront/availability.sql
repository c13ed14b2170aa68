-- Which of the asked codes (SKUs or GTINs of the shop's products, or SKUs of its frames) have a frame with a model.
-- A link that a product has goes before a frame's own SKU. Parameter: codes.
-- "offset 0" keeps each look-up one by its key: joined freely, a shop that has just grown is read whole for each code,
-- because the statistics do not know yet how many rows it has.
select asked.code, found.sku, encode(found.model_sha256, 'hex') as model_sha256, found.colour_name, found.sun, e.slug, e.name,
       e.lens_width_mm, e.lens_height_mm, e.dbl_mm, e.temple_length_mm, e.total_width_mm, e.pantoscopic_tilt_rad, e.wrap_angle_rad
from unnest(?::text[]) with ordinality as asked (code, place)
cross join lateral (
    select v.*
    from (
        select 1 as preference, l.variant_id
        from product_variant p
        cross join lateral (
            select from product o
            where o.shop_id = current_shop_id() and o.id = p.product_id and o.deleted_at is null offset 0
        ) sold
        cross join lateral (
            select k.variant_id from frame_link k
            where k.shop_id = current_shop_id() and k.product_variant_id = p.id offset 0
        ) l
        where p.shop_id = current_shop_id() and p.sku = asked.code and p.sku <> ''
        union all
        select 2, l.variant_id
        from product_variant p
        cross join lateral (
            select from product o
            where o.shop_id = current_shop_id() and o.id = p.product_id and o.deleted_at is null offset 0
        ) sold
        cross join lateral (
            select k.variant_id from frame_link k
            where k.shop_id = current_shop_id() and k.product_variant_id = p.id offset 0
        ) l
        where p.shop_id = current_shop_id() and p.gtin = asked.code and p.gtin <> ''
        union all
        select 3, w.id
        from variant w
        where w.shop_id = current_shop_id() and w.sku = asked.code
    ) f
    cross join lateral (
        select m.sku, m.model_sha256, m.colour_name, m.sun, m.eyewear_id
        from variant m
        where m.shop_id = current_shop_id() and m.id = f.variant_id and m.model_sha256 is not null offset 0
    ) v
    order by f.preference, f.variant_id
    limit 1
) found
cross join lateral (
    select x.* from eyewear x where x.shop_id = current_shop_id() and x.id = found.eyewear_id offset 0
) e
order by asked.place
