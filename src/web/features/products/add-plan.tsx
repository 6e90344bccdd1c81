import { useForm } from 'react-hook-form';
import type { Product } from '../../../contract/products.ts';
import { api } from '../../lib/api.ts';
import { reload } from '../../records/record-queries.ts';
import { planTexts } from '../../texts/products.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { PlanFields } from './plan-fields.tsx';
import { noPlan, type PlanValues, toNewPlan } from './plan-values.ts';

const says = planTexts.form;

type AddPlanProps = {
  product: Product;
  /** Of the plans that it has. */
  currency: string;
  onClose: () => void;
};

export function AddPlan({ product, currency, onClose }: AddPlanProps) {
  const form = useForm<PlanValues>({ defaultValues: { ...noPlan, currency } });
  const add = async (values: PlanValues) => {
    await api('POST /products/:id/plans', { params: { id: product.id }, body: toNewPlan(values) });
    await reload('products');
    toast.success(says.added(values.name));
    onClose();
  };
  return (
    <FormDialog
      form={form}
      onSubmit={add}
      onClose={onClose}
      title={says.addTitle(product.name)}
      side="end"
      size="medium"
      submit={planTexts.add}
    >
      <PlanFields form={form} />
    </FormDialog>
  );
}
