import { useForm } from 'react-hook-form';
import { api } from '../../lib/api.ts';
import { CreateRecord } from '../../records/create-record.tsx';
import { productTexts } from '../../texts/products.ts';
import { ProductFields } from './product-fields.tsx';
import { noProduct, type ProductValues, toBody } from './product-values.ts';

export function CreateProduct({ onClose }: { onClose: () => void }) {
  const form = useForm<ProductValues>({ defaultValues: noProduct });
  return (
    <CreateRecord
      resource="products"
      form={form}
      add={(values) => api('POST /products', { body: toBody(values) })}
      submit={productTexts.form.add}
      onClose={onClose}
    >
      <ProductFields form={form} />
    </CreateRecord>
  );
}
