-- A plan that a unit had not acknowledged when it went into another waits for its heir: sent_at is then the day from
-- which the heir answers, and whom it was sent to first, and when, stays beside it.
alter table plan_distribution
  add column inherited_from uuid,
  add column first_sent_at timestamptz,
  add foreign key (agency_id, inherited_from) references unit (agency_id, id) deferrable initially deferred,
  add check ((inherited_from is null) = (first_sent_at is null)),
  add check (inherited_from <> unit_id),
  add check (first_sent_at <= sent_at);
