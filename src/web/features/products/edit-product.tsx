import type { Product } from '../../../contract/products.ts';
import { api } from '../../lib/api.ts';
import { EditRecord } from '../../records/edit-record.tsx';
import { productTexts } from '../../texts/products.ts';
import { ProductFields } from './product-fields.tsx';
import { toBody, valuesOf } from './product-values.ts';

/** The state in words, for a change that somebody else made meanwhile. */
function wordsOf(row: Product) {
  return { ...valuesOf(row), active: productTexts.states[row.active ? 'true' : 'false'] };
}

export function EditProduct({ row, onClose }: { row: Product; onClose: () => void }) {
  return (
    <EditRecord
      resource="products"
      row={row}
      onClose={onClose}
      title={productTexts.form.editTitle(row.name)}
      labels={productTexts.fields}
      valuesOf={valuesOf}
      wordsOf={wordsOf}
      save={(changes, { id, version }) =>
        api('PATCH /products/:id', { params: { id }, body: toBody(changes), ifMatch: version })
      }
    >
      {(form) => <ProductFields form={form} />}
    </EditRecord>
  );
}
