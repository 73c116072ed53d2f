-- A search asks one table across all kinds: a row holds what is shown of its object, too, so that nothing else is
-- asked. What it may be narrowed by (kind, year, field) stands among its words as signs that nobody can type, so that
-- the index answers a narrowed search as well. Rows without an address are put anew by the capability they come from.
alter table search_text
  -- The number that people quote: of a procedure, of a document.
  add column code text,
  -- Path on the agency's portal.
  add column address text,
  -- What it is, in a word or two.
  add column label text not null default '',
  add column shown_title text not null default '',
  add column shown text not null default '',
  add column fields text[] not null default '{}';
create index search_text_to_renew on search_text (kind) where address is null;
