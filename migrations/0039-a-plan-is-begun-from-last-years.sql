-- The preview of next year's plan that was made of this year's: one for each plan, however often it is asked for.
alter table plan_import
  add cloned_from uuid unique,
  add foreign key (agency_id, cloned_from) references plan (agency_id, id) on delete cascade;
