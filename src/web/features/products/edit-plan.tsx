import type { Plan } from '../../../contract/products.ts';
import { api } from '../../lib/api.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import { reload } from '../../records/record-queries.ts';
import { planTexts } from '../../texts/products.ts';
import { Alert } from '../../ui/alert.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { VersionConflict } from '../../ui/version-conflict.tsx';
import { PlanFields } from './plan-fields.tsx';
import { makesVersion, type PlanValues, planValuesOf, toRevision } from './plan-values.ts';

const says = planTexts.form;

/** The plan as it is now. */
async function load({ id, product }: Plan): Promise<Plan> {
  const { items } = await api('GET /products/plans', { query: { product_id: product.id } });
  return items.find((plan) => plan.id === id) ?? Promise.reject(new Error('The plan is gone'));
}

function save(changes: Partial<PlanValues>, base: Plan) {
  const body = toRevision(changes, { ...planValuesOf(base), ...changes });
  return api('PATCH /products/plans/:plan_id', { params: { plan_id: base.id }, body, ifMatch: base.version });
}

export function EditPlan({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { form, submit, conflict } = useVersionedForm<Plan, PlanValues>({
    row: plan,
    valuesOf: planValuesOf,
    load: () => load(plan),
    save,
  });
  const { dirtyFields, isDirty } = form.formState;
  const changed = Object.keys(dirtyFields).filter((name) => Reflect.get(dirtyFields, name));
  const send = async (values: PlanValues) => {
    if (isDirty) await submit(values);
    await reload('products');
    if (isDirty) toast.success(says.saved);
    onClose();
  };
  return (
    <FormDialog
      form={form}
      onSubmit={send}
      onClose={onClose}
      title={says.editTitle(plan.name)}
      description={says.editText}
      side="end"
      size="medium"
      submit={says.save}
    >
      <VersionConflict conflict={conflict} labels={planTexts.fields} />
      <PlanFields form={form} />
      {makesVersion(changed) ? <Alert>{says.newVersion(plan.version + 1)}</Alert> : null}
    </FormDialog>
  );
}
