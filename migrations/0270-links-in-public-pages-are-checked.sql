-- A page of an agency's portal, as its list of addresses names it; kept when it goes, so that it is known when it returns.
create table public_page (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  path text not null check (path like '/%' and length(path) <= 500),
  title text not null default '',
  -- When the list of addresses last named it; null: it stands there no more.
  seen_at timestamptz,
  -- When its links were last read; null: to be read now.
  read_at timestamptz,
  -- Since when somebody has been told that links in it are broken; null: none is, or nobody was told yet.
  told_at timestamptz,
  unique (agency_id, path),
  unique (agency_id, id)
);
create index public_page_unread on public_page (read_at nulls first) where seen_at is not null;

-- An address that pages of an agency lead to, and what came of the last look at it.
create table linked_address (
  agency_id uuid not null references agency (id) on delete cascade,
  address text not null check (length(address) between 1 and 2000),
  -- Empty: a page of this installation.
  host text not null,
  state text not null default 'new' check (state in ('new', 'fine', 'doubted', 'broken', 'unsure')),
  fault text check (fault in ('gone', 'missing', 'refused', 'failing', 'unanswered', 'unknown-host', 'certificate',
    'inside', 'moving', 'unwritten', 'busy')),
  status smallint,
  -- When the row of failures began that is not over yet.
  failing_since timestamptz,
  checked_at timestamptz,
  next_check_at timestamptz not null,
  primary key (agency_id, address),
  constraint linked_address_failing check ((state in ('doubted', 'broken')) = (failing_since is not null)),
  constraint linked_address_fault check (state not in ('doubted', 'broken', 'unsure') or fault is not null)
);
create index linked_address_due on linked_address (next_check_at);
create index linked_address_broken on linked_address (agency_id) where state = 'broken';

-- That a page leads to an address, and with which words.
create table page_link (
  agency_id uuid not null,
  page_id uuid not null,
  address text not null,
  words text not null,
  found_at timestamptz not null,
  -- Somebody lets it stand as it is, for the failures that began then: works again and breaks anew, it is told anew.
  settled_for timestamptz,
  settled_reason text check (btrim(settled_reason) <> ''),
  settled_by uuid,
  settled_by_name text,
  settled_at timestamptz,
  primary key (page_id, address),
  foreign key (agency_id, page_id) references public_page (agency_id, id) on delete cascade,
  foreign key (agency_id, address) references linked_address (agency_id, address) on delete cascade,
  foreign key (agency_id, settled_by) references person (agency_id, id) deferrable initially deferred,
  constraint page_link_settled_whole
    check (num_nonnulls(settled_for, settled_reason, settled_by, settled_by_name, settled_at) in (0, 5))
);
create index page_link_address on page_link (agency_id, address);

-- How often a page was opened on a day, without anything of who opened it.
create table page_visit (
  agency_id uuid not null references agency (id) on delete cascade,
  path text not null check (path like '/%' and length(path) <= 500),
  day date not null,
  visits integer not null check (visits > 0),
  primary key (agency_id, path, day)
);
create index page_visit_day on page_visit (day);

grant select, insert, update on public_page to gandan_serving;
grant select, insert, update, delete on linked_address, page_link, page_visit to gandan_serving;
