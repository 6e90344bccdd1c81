import type { Product } from '../../../contract/products.ts';
import { useAccess } from '../../access/use-access.ts';
import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import { planTexts, productTexts } from '../../texts/products.ts';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { forSellers } from './for-sellers.ts';
import { PlansTab } from './plans-tab.tsx';
import { productActions } from './product-actions.ts';
import { ProductState } from './product-state.tsx';

const view: RecordView<'products'> = {
  resource: 'products',
  subtitle: (row) => <ProductCode row={row} />,
  status: (row) => <ProductState active={row.active} />,
  facts: (row) => <ProductFacts row={row} />,
  actions: productActions,
  tabs: [{ key: 'plans', label: planTexts.tab, permission: 'products.view', content: PlansTab }],
};

export function ProductPage() {
  return <RecordPage view={view} />;
}

function ProductCode({ row }: { row: Product }) {
  return forSellers(useAccess().role) ? row.code : null;
}

function ProductFacts({ row }: { row: Product }) {
  const words = productTexts.fields;
  const description = row.description ? <span className="whitespace-pre-line">{row.description}</span> : null;
  const facts = [
    { label: words.category, value: row.category },
    { label: words.created_at, value: <DateTime value={row.created_at} /> },
    { label: words.updated_at, value: <DateTime value={row.updated_at} style="relative" /> },
  ];
  return (
    <Card title={productTexts.details} className="mb-6">
      <DescriptionList facts={facts} columns={3} />
      {description ? (
        <div className="mt-3 max-w-prose">
          <DescriptionList facts={[{ label: words.description, value: description }]} columns={1} />
        </div>
      ) : null}
    </Card>
  );
}
