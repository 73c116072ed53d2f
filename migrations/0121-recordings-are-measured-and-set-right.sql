-- How loud a recording is, by ITU-R BS.1770, and of which it was made when it was set right. Nulls: nothing is heard.
create table media_loudness (
  media_id uuid primary key references media_asset (id) on delete cascade,
  agency_id uuid not null references agency (id) on delete cascade,
  lufs double precision,
  true_peak_db double precision,
  -- The recording that was set right; of its MP3, the WAV. Absent: measured as it came in, by a browser.
  made_from uuid references media_asset (id),
  measured_by uuid not null,
  measured_at timestamptz not null,
  check (made_from <> media_id),
  foreign key (agency_id, measured_by) references person (agency_id, id)
);
create index media_loudness_made_from on media_loudness (made_from);
grant select, insert, update on media_loudness to gandan_serving;
