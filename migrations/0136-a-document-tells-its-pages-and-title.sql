-- What a PDF in the library says of itself; null: it does not tell, or came in before this was asked.
alter table media_asset
  add column pages integer check (pages > 0),
  add column document_title text check (document_title <> ''),
  add check (sort = 'document' or (pages is null and document_title is null));
