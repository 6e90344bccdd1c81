import { roleTypes } from '../../src/catalog/roles.ts';
import { articleStatuses } from '../../src/contract/articles.ts';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { insertRows } from '../../src/server/db/write-rows.ts';
import type { Random } from './random-world.ts';

interface Places {
  readonly makers: readonly string[];
  readonly day: () => Date;
}

/** Articles of every state for every set of readers, by random makers or nobody. */
export async function plantArticles(db: Database, random: Random, { makers, day }: Places): Promise<void> {
  const rows = Array.from({ length: 240 }, (_, index) => {
    const at = day();
    const status = random.pick(articleStatuses);
    const some = roleTypes.filter(() => random.chance(0.5));
    return {
      id: newId(),
      title: `Article ${index % 83}`,
      summary: null,
      category: `Category ${index % 7}`,
      body: `What to know about ${index}.`,
      audience: some.length > 0 ? some : [random.pick(roleTypes)],
      status,
      published_at: status === 'draft' ? null : at,
      created_by: random.chance(0.7) ? random.pick(makers) : null,
      created_at: at,
      updated_at: at,
      version: 1,
    };
  });
  await insertRows(db, 'articles', rows);
}
