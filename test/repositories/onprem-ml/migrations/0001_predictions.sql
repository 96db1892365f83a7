create table predictions (
    id uuid primary key,
    at timestamptz not null,
    loan text not null,
    use_case text not null,
    model text not null,
    features jsonb not null,
    score double precision not null
);
create index predictions_at on predictions (at);
