import { expect, it } from 'vitest';
import { changesOf } from '../support/tables.ts';

it('gives each model as a table, by the names that the database has', () => {
  const text = `generator client { provider = "x" }
// model Gone { id Int }
enum Role { ADMIN }

model Usage {
  id      Int    @id
  userId  String @map("user_id") // who
  user    User   @relation(fields: [userId], references: [id])
  role    Role?
  tags    String[]
  vector  Unsupported("vector(3)")?

  @@map("token_usage")
}
model User {
  id    String  @id
  usage Usage[]
}
`;

  expect(changesOf('prisma/schema.prisma', text)).toEqual([
    {
      is: 'create',
      at: { path: 'prisma/schema.prisma', line: 5 },
      role: 'product',
      table: 'token_usage',
      ifAbsent: false,
      columns: { id: 'Int', user_id: 'String', role: 'Role', tags: 'String[]', vector: 'Unsupported("vector(3)")' },
    },
    expect.objectContaining({ table: 'User', columns: { id: 'String' } }),
  ]);
});
