import { expect, it } from 'vitest';
import { changesOf } from '../support/tables.ts';

it('gives each table with its columns, and no index', () => {
  const text = `ActiveRecord::Schema[8.0].define(version: 2025_01_01_000000) do
  create_table "answers", id: :uuid, force: :cascade do |t|
    t.uuid "question_id", null: false
    t.jsonb "metrics", default: {}, null: false
    t.index ["question_id"], name: "index_answers_on_question_id"
    t.check_constraint "true"
  end

  create_table :settings do |table|
    table.boolean :enabled
    t.string "of_another_block"
  end

  add_foreign_key "answers", "questions"
end
`;

  const changes = changesOf('db/schema.rb', text);

  expect(changes).toEqual([
    {
      is: 'create',
      at: { path: 'db/schema.rb', line: 2 },
      role: 'product',
      table: 'answers',
      ifAbsent: false,
      columns: { question_id: 'uuid', metrics: 'jsonb' },
    },
    expect.objectContaining({ table: 'settings', columns: { enabled: 'boolean' } }),
  ]);
});

it.each(['db/migrate/001_create_answers.rb', 'app/schema.rb'])('leaves %s to others', (path) => {
  expect(changesOf(path, 'create_table "answers" do |t|\n  t.string "a"\nend')).toEqual([]);
});
