create table audit_log (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    actor text not null default current_user,
    action text not null,
    before jsonb,
    after jsonb
);

create function record_change() returns trigger language plpgsql as $$
begin
    insert into audit_log (action, before, after) values (tg_op, to_jsonb(old), to_jsonb(new));
    return coalesce(new, old);
end
$$;

create trigger predictions_audit after insert or update or delete on predictions
    for each row execute function record_change();

revoke update, delete, truncate on audit_log from public;
