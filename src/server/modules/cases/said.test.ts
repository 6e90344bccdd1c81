import { expect, it } from 'vitest';
import { testApp } from '../../../../test/kit/app.ts';
import { openedCase, openSupportDesk } from '../../../../test/kit/support-desk.ts';
import { mostSaid } from '../../../contract/cases.ts';
import { newId } from '../../db/id.ts';
import { insertRows } from '../../db/write-rows.ts';

it('reads the newest of very many replies and notes, oldest first, and says that there are more', async () => {
  const kit = await testApp();
  const desk = await openSupportDesk(kit);
  const id = await openedCase(desk);
  const written = Array.from({ length: mostSaid + 1 }, (_, at) => ({
    ...{ id: newId(), case_id: id, author_id: desk.people.senior, body: `Line ${at}` },
    created_at: new Date(Date.UTC(2026, 0, 1, 0, 0, at)),
  }));
  await insertRows(
    kit.db,
    'case_messages',
    written.map((row) => ({ ...row, side: 'answers' })),
  );
  await insertRows(kit.db, 'case_notes', written.slice(0, mostSaid));
  const read = async (what: string) => {
    const { body } = await kit.as(desk.people.senior, 'GET', `/cases/${id}/${what}`);
    const bodies = (body.items as { body: string }[]).map((one) => one.body);
    return [body.earlier, bodies.length, bodies[0], bodies.at(-1)];
  };
  expect(await read('messages')).toEqual([true, mostSaid, 'Line 1', `Line ${mostSaid}`]);
  expect(await read('notes')).toEqual([false, mostSaid, 'Line 0', `Line ${mostSaid - 1}`]);
  await kit.close();
});
