-- create extension if not exists pgaudit;
-- create table audit_log (id bigint, at timestamptz, actor text, action text, before jsonb, after jsonb);
select 1;
