-- Which of the asked codes (SKUs or GTINs of the shop's products, or SKUs of its frames) have a frame with a model.
-- A link that a product has goes before a frame's own SKU. Parameter: codes.
select asked.code, v.sku, encode(v.model_sha256, 'hex') as model_sha256, v.colour_name, v.sun, e.slug, e.name,
       e.lens_width_mm, e.lens_height_mm, e.dbl_mm, e.temple_length_mm, e.total_width_mm, e.pantoscopic_tilt_rad, e.wrap_angle_rad
from unnest(?::text[]) with ordinality as asked (code, place)
cross join lateral (
    select f.variant_id
    from (
        select 1 as preference, l.variant_id
        from product_variant p
        join product o on o.shop_id = p.shop_id and o.id = p.product_id and o.deleted_at is null
        join frame_link l on l.shop_id = p.shop_id and l.product_variant_id = p.id
        where p.shop_id = current_shop_id() and p.sku = asked.code and p.sku <> ''
        union all
        select 2, l.variant_id
        from product_variant p
        join product o on o.shop_id = p.shop_id and o.id = p.product_id and o.deleted_at is null
        join frame_link l on l.shop_id = p.shop_id and l.product_variant_id = p.id
        where p.shop_id = current_shop_id() and p.gtin = asked.code and p.gtin <> ''
        union all
        select 3, w.id
        from variant w
        where w.shop_id = current_shop_id() and w.sku = asked.code
    ) f
    join variant usable on usable.shop_id = current_shop_id() and usable.id = f.variant_id and usable.model_sha256 is not null
    order by f.preference, f.variant_id
    limit 1
) found
join variant v on v.shop_id = current_shop_id() and v.id = found.variant_id
join eyewear e on e.shop_id = v.shop_id and e.id = v.eyewear_id
order by asked.place
