import type { Product } from '../../../contract/products.ts';

/** A product as form fields hold it: texts, empty for nothing. */
export type ProductValues = {
  name: string;
  code: string;
  category: string;
  description: string;
  active: boolean;
};

export const noProduct: ProductValues = { name: '', code: '', category: '', description: '', active: true };

export function valuesOf({ name, code, category, description, active }: Product): ProductValues {
  return { name, code, category: category ?? '', description: description ?? '', active };
}

/** Emptied fields become null. */
export function toBody<Values extends Partial<ProductValues>>(values: Values): Values {
  const given = Object.entries(values).map(([name, value]) => [name, value === '' ? null : value]);
  return Object.fromEntries(given) as Values;
}
