import type { AppContext } from '../../app-context.ts';
import { given } from '../../given.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { addRecord, changeRecord } from '../../records/change-record.ts';
import { requireFreeCode } from './codes.ts';
import type { ProductRow } from './records.ts';

interface ProductValues {
  readonly name?: string | undefined;
  readonly code?: string | undefined;
  readonly category?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly active?: boolean | undefined;
}

export async function createProduct(
  app: AppContext,
  subject: SessionSubject,
  values: ProductValues & { name: string; code: string },
): Promise<ProductRow> {
  await requireFreeCode(app.db, 'products', values.code, null);
  const all = { category: null, description: null, ...given(values) };
  return addRecord({ app, subject, permission: 'products.edit', values: all });
}

export async function updateProduct(
  app: AppContext,
  subject: SessionSubject,
  record: ProductRow,
  values: ProductValues,
): Promise<ProductRow> {
  await requireFreeCode(app.db, 'products', values.code, record.id);
  return changeRecord({ app, subject, record, permission: 'products.edit', values });
}
