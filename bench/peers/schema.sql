-- What the users of the peers would add to the tables to ask as well as they can: figures with the newest visible print, and
-- functions for what PostGraphile's arguments do not reach. Nothing here is Solieu's own.
create schema if not exists bench_peer;

create or replace view bench_peer.figure as
select o.id, o.indicator_id, o.territory_id, o.breakdown_id, o.period_start, o.period_end, o.period_days, o.publisher_id,
  p.value, p.status, p.unit_multiplier, p.source_id
from public.observation o
cross join lateral (select p.value, p.status, p.unit_multiplier, p.source_id from public.print_reading p
  where p.observation_id = o.id and p.published_at <= now()
  order by p.states_value desc, p.published_latest desc, p.known_from desc, p.id desc limit 1) p;

-- By codes, so that the index gives the order and twelve rows are enough.
create or replace function bench_peer.latest_figures(indicator text, territory text) returns setof bench_peer.figure
language sql stable as $$
  select f.* from bench_peer.figure f
  where f.indicator_id = (select i.id from public.indicator i where i.code = $1)
    and f.territory_id = (select t.id from public.territory t where t.code = $2) and f.breakdown_id = 0
  order by f.period_end desc, f.period_days desc
$$;

-- A place in the order of the unique index: the cursor that PostGraphile writes compares column by column, for which
-- PostgreSQL reads all that stands before.
create or replace function bench_peer.figures_after(
  indicator integer, territory integer, breakdown integer, period_end date, period_days integer, publisher integer
) returns setof bench_peer.figure language sql stable as $$
  select f.* from bench_peer.figure f
  where (f.indicator_id, f.territory_id, f.breakdown_id, f.period_end, f.period_days, f.publisher_id) > ($1, $2, $3, $4, $5, $6)
    and f.breakdown_id = 0
  order by f.indicator_id, f.territory_id, f.breakdown_id, f.period_end, f.period_days, f.publisher_id
$$;

create or replace view bench_peer.product_event as
select x.product_id, e.id as event_id, e.name_vi, e.starts_on, e.starts_latest, e.starts_earliest, e.sort_key
from (select distinct product_id, event_id from public.exhibit_product) x join public.event e on e.id = x.event_id;

create or replace function bench_peer.products_of_group(code text, criteria text) returns setof public.product
language sql stable as $$
  select p.* from public.product p
  where p.group_id in (select g.id from public.product_group g join public.ocop_criteria c on c.id = g.criteria_id
    where c.code = $2 and (g.code = $1 or starts_with(g.code, $1 || '.')))
  order by p.sort_key, p.id
$$;

create or replace function bench_peer.products_of_territory(code text) returns setof public.product
language sql stable as $$
  select p.* from public.product p
  where p.territory_id in (with recursive area as (
    select t.id from public.territory t where t.code = $1 union all
    select t.id from public.territory t join area on t.parent_id = area.id) select id from area)
  order by p.sort_key, p.id
$$;

-- As close as Solieu ranks; `words` is what is typed as a query of the full-text index.
create or replace function bench_peer.search_products(typed text, words text) returns setof public.product
language sql stable as $$
  select p.* from public.product p where p.words @@ to_tsquery('simple', $2)
  order by case when p.folded_name = $1 then 0 when starts_with(p.folded_name, $1 || ' ') then 1
    when starts_with(p.folded_name, $1) then 2 when strpos(p.folded_name, ' ' || $1) > 0 then 3 else 4 end, p.sort_key, p.id
$$;
