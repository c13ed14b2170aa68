-- Which of the asked codes (SKUs or GTINs of the shop's products, or SKUs of its frames) have a frame with a model.
-- A link that a product has goes before a frame's own SKU. Parameter: codes.
-- "offset 0" keeps each look-up one by its key: joined freely, a shop that has just grown is read whole for each code,
-- because the statistics do not know yet how many rows it has.
with asked as materialized (
    select current_shop_id() as shop_id, code from unnest(?::text[]) as code
),
named as materialized (
    select asked.shop_id, asked.code, p.preference, p.id, p.product_id
    from asked
    cross join lateral (
        select 1 as preference, s.id, s.product_id from product_variant s
        where s.shop_id = asked.shop_id and s.sku = asked.code and s.sku <> ''
        union all
        select 2, g.id, g.product_id from product_variant g
        where g.shop_id = asked.shop_id and g.gtin = asked.code and g.gtin <> ''
        offset 0
    ) p
),
hit as materialized (
    select named.code, named.preference, v.*
    from named
    cross join lateral (
        select from product o where o.shop_id = named.shop_id and o.id = named.product_id and o.deleted_at is null offset 0
    ) sold
    cross join lateral (
        select k.variant_id from frame_link k where k.shop_id = named.shop_id and k.product_variant_id = named.id offset 0
    ) l
    cross join lateral (
        select m.id, m.sku, m.model_sha256, m.colour_name, m.sun, m.eyewear_id
        from variant m where m.shop_id = named.shop_id and m.id = l.variant_id and m.model_sha256 is not null offset 0
    ) v
    union all
    select asked.code, 3, v.*
    from asked
    cross join lateral (
        select w.id, w.sku, w.model_sha256, w.colour_name, w.sun, w.eyewear_id
        from variant w where w.shop_id = asked.shop_id and w.sku = asked.code and w.model_sha256 is not null offset 0
    ) v
)
select found.code, found.sku, encode(found.model_sha256, 'hex') as model_sha256, found.colour_name, found.sun, e.slug, e.name,
       e.lens_width_mm, e.lens_height_mm, e.dbl_mm, e.temple_length_mm, e.total_width_mm, e.pantoscopic_tilt_rad, e.wrap_angle_rad
from (select distinct on (code) * from hit order by code, preference, id) found
cross join lateral (
    select x.* from eyewear x where x.shop_id = current_shop_id() and x.id = found.eyewear_id offset 0
) e
