import { useState } from 'react';
import { type DefaultValues, type FieldValues, useForm } from 'react-hook-form';
import { ApiProblem } from './api-problem.ts';

export type VersionedFormOptions<Row extends { version: number }, Values extends FieldValues> = {
  /** The record as it was when editing began; later refetches do not reach the form. */
  row: Row;
  valuesOf: (row: Row) => Values & DefaultValues<Values>;
  /** The same fields in words, where a value is not fit to be read (an id). */
  wordsOf?: (row: Row) => FieldValues;
  load: () => Promise<Row>;
  /** Gets only what the person changed. */
  save: (changes: Partial<Values>, base: Row) => Promise<unknown>;
};

/** Editing with a version: when somebody else was faster, their change is shown and nothing typed is lost. */
export function useVersionedForm<Row extends { version: number }, Values extends FieldValues>(
  options: VersionedFormOptions<Row, Values>,
) {
  const { valuesOf, wordsOf = valuesOf, load, save } = options;
  const [base, setBase] = useState(options.row);
  const [theirs, setTheirs] = useState<Row | null>(null);
  const form = useForm<Values>({ defaultValues: valuesOf(base) });
  // Read here: react-hook-form only tracks what was asked for while rendering.
  const { dirtyFields } = form.formState;
  const submit = async (values: Values) => {
    const touched = Object.keys(values).filter((name) => Reflect.get(dirtyFields, name));
    try {
      const changes = Object.fromEntries(touched.map((name) => [name, values[name]]));
      await save(changes as Partial<Values>, base);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'request/version-moved') throw error;
      setTheirs(await load());
      // The fields that moved are shown together, not as faults beside the inputs.
      throw new ApiProblem({ ...error.problem, fields: [] });
    }
  };
  const goOn = () => {
    if (!theirs) return;
    setBase(theirs);
    form.reset(valuesOf(theirs), { keepDirtyValues: true });
    setTheirs(null);
  };
  const conflict = theirs && { changes: changesBetween(wordsOf(base), wordsOf(theirs)), goOn };
  return { form, submit, conflict };
}

export type FieldChange = { field: string; before: unknown; after: unknown };

function changesBetween(before: FieldValues, after: FieldValues): readonly FieldChange[] {
  return Object.keys(after)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
