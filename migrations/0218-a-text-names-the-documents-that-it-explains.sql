-- Which documents of the register a text explains; the document's page leads to the text, the text to the document.
create table content_document (
  agency_id uuid not null references agency (id) on delete cascade,
  item_id uuid not null,
  document_id uuid not null,
  primary key (item_id, document_id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, document_id) references official_document (agency_id, id)
);
create index content_document_of_document on content_document (document_id);
grant select, insert, delete on content_document to gandan_serving;
