-- Of a text that was much edited, its title too, a single key may be left. One that hardly another text holds is enough
-- to look at those few, where no other text shares many; what many hold still has to come twice.
drop function similar_texts(integer[], integer[], uuid, uuid, integer, integer, integer, integer, integer);
create function similar_texts(
  asked integer[],
  words integer[],
  own uuid,
  but uuid,
  of_a_key integer,
  fewest integer,
  rare integer,
  few integer,
  likeliest integer,
  compared integer,
  longest integer
) returns table (
  "itemId" uuid, "agencyId" uuid, state text, slug text, "publishedAt" timestamptz, title text, summary text, plain text,
  form bytea, "agencyName" text, "unitName" text, answer text, note text, "byName" text, at timestamptz, limited boolean,
  "textsWith" integer[], size integer
) language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query
  with word as materialized (
    select wanted.place, held.texts, cardinality(held.texts) as texts_with
    from unnest(words) with ordinality as wanted (key, place)
    cross join lateral (
      select coalesce(array_agg(k.text_id), '{}') as texts
      from (select s.text_id from similarity_key s where s.key = wanted.key limit of_a_key) k
    ) held
  ), met as (
    select held.text_id, held.shared from (
      select k.text_id, count(*) as shared, max(count(*)) over () as most
      from (
        select unnest(one.texts) as text_id, case when cardinality(one.texts) <= rare then fewest else 1 end as weight
        from unnest(asked) as wanted (key)
        cross join lateral (
          select array_agg(k.text_id) as texts from (
            select s.text_id from similarity_key s where s.key = wanted.key order by s.text_id desc limit of_a_key
          ) k
        ) one
        union all
        -- Words of many texts pick none of them out.
        select unnest(w.texts), 1 from word w where w.texts_with < of_a_key
      ) k
      where k.text_id not in (select t.id from similarity_text t where t.item_id = but)
      group by k.text_id having sum(k.weight) >= fewest
    ) held
    -- Where others share many keys, one that shares a single key is no likeness.
    where held.shared >= fewest or held.most <= few
    order by held.shared desc, held.text_id desc limit likeliest
  ), seen as (
    select m.shared, t.id as text_id, t.revision_id, i.* from met m
    join similarity_text t on t.id = m.text_id
    join content_item i on i.id = t.item_id
    where i.id is distinct from but and case
      when i.agency_id = own then t.revision_id = i.current_revision_id and i.state not in ('discarded', 'removed')
      else t.revision_id = i.live_revision_id and i.state = 'published' end
    order by m.shared desc, t.id desc limit compared
  )
  select s.id, s.agency_id, s.state, s.slug, s.published_at, r.title,
    case when octet_length(r.summary) <= longest then r.summary else left(r.summary, longest) end,
    case when octet_length(r.plain) <= longest then r.plain else left(r.plain, longest) end, t.form, a.name, u.name, w.answer, w.note, p.name, w.answered_at, s.limited,
    (select array_agg(o.texts_with order by o.place) from word o),
    (select coalesce(max(l.id), 0) from similarity_text l)
  from seen s
  join similarity_text t on t.id = s.text_id
  join content_revision r on r.id = s.revision_id
  join agency a on a.id = s.agency_id
  join unit u on u.id = s.unit_id
  left join similarity_answer w on w.item_id = but and w.other_item_id = s.id
  left join person p on p.id = w.answered_by
  order by s.shared desc;
end $$;
