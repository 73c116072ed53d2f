-- What stands long is looked over by somebody before it grows old: whose it is, how often, when somebody last did.
alter table public_page
  -- Why it stands long; null: it is of its day, unless somebody asks for reviews of it.
  add column lasting text check (lasting in ('procedure', 'static', 'answer', 'explanation')),
  add column owner_unit_id uuid,
  add column owner_person_id uuid,
  -- Looked over again so many days after its last change or the last look; null: never.
  add column review_days smallint check (review_days between 7 and 1100),
  add column changed_at timestamptz,
  add column listed_at timestamptz not null default now(),
  add column reviewed_at timestamptz,
  add column reviewed_by_name text,
  -- The day for which it was told that a review is due.
  add column review_told_for date,
  -- What stands in the place of a page that is gone, as its address or in full; told by whoever answers that it is gone.
  add column successor text check (successor ~ '^(/|https?://)' and length(successor) <= 500),
  add constraint public_page_owner_unit foreign key (agency_id, owner_unit_id) references unit (agency_id, id),
  add constraint public_page_owner_person foreign key (agency_id, owner_person_id) references person (agency_id, id)
    deferrable initially deferred,
  add constraint public_page_reviewed_whole check (num_nonnulls(reviewed_at, reviewed_by_name) in (0, 2));

-- By which day a page is to be looked over; null: never.
create function review_by(public_page) returns date language sql immutable as $$
  select (greatest(coalesce($1.changed_at, $1.listed_at), $1.reviewed_at) at time zone 'Asia/Ho_Chi_Minh')::date
    + $1.review_days
$$;
grant execute on function review_by(public_page) to gandan_serving;
