-- A plan that is amended keeps what its earlier versions said; `plan.version` is the one that holds. What a version
-- left out stays readable with its tasks and proofs, marked with the version in which it is no longer there.
create table plan_version (
  agency_id uuid not null,
  plan_id uuid not null,
  version integer not null check (version >= 1),
  -- First day on which it holds; of the first version that is the day of issue.
  holds_from date,
  reason text check (reason <> ''),
  -- The document that decided the amendment.
  decision_id uuid,
  import_id uuid unique references plan_import (id) on delete set null,
  made_at timestamptz not null,
  made_by uuid,
  -- Its clauses and tasks as they stood when the next version took its place.
  said jsonb,
  primary key (plan_id, version),
  constraint plan_version_amends_with_reason check ((version = 1) = (reason is null)),
  constraint plan_version_amends_from_a_day check ((version = 1) = (holds_from is null)),
  foreign key (agency_id, plan_id) references plan (agency_id, id) on delete cascade,
  foreign key (agency_id, decision_id) references official_document (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert on plan_version to gandan_serving;
grant update (said) on plan_version to gandan_serving;

insert into plan_version (agency_id, plan_id, version, import_id, made_at, made_by)
select p.agency_id, p.id, 1, i.id, p.created_at, i.person_id
  from plan p
  left join lateral (select id, person_id from plan_import where plan_id = p.id order by created_at limit 1) i on true;
set constraints all immediate;

alter table plan
  add version integer not null default 1,
  add foreign key (id, version) references plan_version (plan_id, version) deferrable initially deferred;

alter table plan_clause
  add came_in integer not null default 1,
  add left_in integer check (left_in > came_in),
  drop constraint plan_clause_plan_id_path_key,
  add foreign key (plan_id, came_in) references plan_version (plan_id, version) deferrable initially deferred,
  add foreign key (plan_id, left_in) references plan_version (plan_id, version) deferrable initially deferred;
create unique index plan_clause_once on plan_clause (plan_id, path) where left_in is null;

alter table obligation
  add left_in integer,
  drop constraint obligation_plan_id_code_key,
  add foreign key (plan_id, left_in) references plan_version (plan_id, version) deferrable initially deferred;
create unique index obligation_once on obligation (plan_id, code) where left_in is null;

alter table task
  add came_in integer not null default 1,
  add left_in integer check (left_in > came_in),
  add foreign key (plan_id, came_in) references plan_version (plan_id, version) deferrable initially deferred,
  add foreign key (plan_id, left_in) references plan_version (plan_id, version) deferrable initially deferred;

-- Units are asked again for each version; what they acknowledged of an earlier one stays.
alter table plan_distribution
  add version integer not null default 1,
  drop constraint plan_distribution_plan_id_unit_id_key,
  add unique (plan_id, version, unit_id),
  add foreign key (plan_id, version) references plan_version (plan_id, version) deferrable initially deferred;

-- Which clause of a plan each clause of a preview continues, where a person has said so.
alter table plan_import add pairing jsonb;
