-- A plan stands on the portal because a person published it, and leaves it with a reason that the public is told.
alter table plan
  add published_at timestamptz,
  add published_by uuid,
  add taken_back_at timestamptz,
  add taken_back_reason text check (taken_back_reason <> ''),
  add constraint plan_public_or_taken_back check (published_at is null or taken_back_at is null),
  add constraint plan_taken_back_with_reason check ((taken_back_at is null) = (taken_back_reason is null)),
  add foreign key (agency_id, published_by) references person (agency_id, id) deferrable initially deferred;
-- Until now every confirmed plan stood there; those that the registry had issued, and the sample, stay.
update plan set published_at = created_at
where state = 'issued' or agency_id in (select id from agency where is_sample);
