-- The words of a document's files for whoever reads the register, public or not; the public search keeps its own. Words
-- stand in their order, once as written and once without diacritics. A row is made with its file; files that were there
-- before are gone through by a job.
create table document_file_words (
  file_id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  words text not null,
  words_plain text not null,
  foreign key (agency_id, file_id) references document_file (agency_id, id) on delete cascade deferrable initially deferred
);
create index document_file_words_held on document_file_words using gin (search_words(words), search_words(words_plain))
  with (fastupdate = off);
-- The planner needs no statistics of words: the index is read for every query of them.
alter index document_file_words_held alter column 1 set statistics 0, alter column 2 set statistics 0;
grant select, insert, update, delete on document_file_words to gandan_serving;
