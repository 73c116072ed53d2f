-- What the staff says to each other about a passage of a text, or about the whole of it. It is never published. A passage
-- is kept by its words and by what stood around them, so that it is found again in later texts; where it has gone, the
-- comment stays.
create table content_comment (
  -- Made by the sender: the same one sent again is the same comment.
  id uuid primary key,
  agency_id uuid not null,
  item_id uuid not null,
  -- The text that was before the sender.
  revision_id uuid not null,
  parent_id uuid,
  -- An answer stands under a comment, never under an answer.
  depth smallint not null,
  parent_depth smallint,
  quote text check (btrim(quote) <> '' and length(quote) <= 2000),
  lead text not null,
  tail text not null,
  body text not null check (btrim(body) <> ''),
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamptz,
  unique (agency_id, id),
  unique (item_id, id, depth),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, person_id) references person (agency_id, id) deferrable initially deferred,
  foreign key (revision_id) references content_revision (id) deferrable initially deferred,
  foreign key (item_id, parent_id, parent_depth) references content_comment (item_id, id, depth) deferrable initially deferred,
  constraint comment_or_answer check (
    depth = (parent_id is not null)::int and (parent_depth is not distinct from case when parent_id is not null then 0 end)
  ),
  constraint answers_point_at_no_passage check (parent_id is null or quote is null),
  constraint settled_by_somebody check (
    num_nonnulls(settled_by, settled_by_name, settled_at) in (0, 3) and (parent_id is null or settled_at is null)
  )
);
create index content_comment_of_item on content_comment (item_id, at);
create index content_comment_open on content_comment (item_id) where parent_id is null and settled_at is null;

-- Which comments a text was sent back for.
create table review_decision_comment (
  agency_id uuid not null,
  decision_id uuid not null,
  comment_id uuid not null,
  primary key (decision_id, comment_id),
  foreign key (decision_id) references review_decision (id) on delete cascade,
  foreign key (agency_id, comment_id) references content_comment (agency_id, id) on delete cascade
);
create index review_decision_comment_of on review_decision_comment (comment_id);

grant select, insert on content_comment, review_decision_comment to gandan_serving;
grant update (settled_by, settled_by_name, settled_at) on content_comment to gandan_serving;
