-- The lists look for a run of letters anywhere in words without diacritics: three letters at a time are indexed.
create extension if not exists pg_trgm;
create index tip_words on tip using gin (words_plain gin_trgm_ops);
create index story_title on story using gin (title_plain gin_trgm_ops);
create index content_revision_title on content_revision using gin (title_plain gin_trgm_ops);
create index good_practice_words on good_practice using gin (words_plain gin_trgm_ops);
create index commendation_words on commendation using gin (words_plain gin_trgm_ops);

-- What goes with its agency goes at once, before anything that it points to is looked for.
alter table tip_media add foreign key (agency_id) references agency (id) on delete cascade;
