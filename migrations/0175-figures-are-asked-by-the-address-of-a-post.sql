-- By which id the network is asked about a post that a person made: as its address tells it. Null: by the one that the
-- network gave itself.
alter table figure_watch add column remote_id text check (btrim(remote_id) <> '');
