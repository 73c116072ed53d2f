-- What only one kind of content has: values of its fields by their names, and the media beside the text in their order,
-- each with its place and its words. Both are part of the text that is approved.
alter table content_revision
  add column own jsonb not null default '{}' check (jsonb_typeof(own) = 'object'),
  add column media jsonb not null default '[]' check (jsonb_typeof(media) = 'array');
