import { MutationObserver, onlineManager } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { queryClient } from './query-client.ts';

const unreachable = () => Promise.reject(new ApiProblem({ title: '', status: 0, code: 'unreachable' }));

beforeEach(() => onlineManager.setOnline(false));
afterEach(() => onlineManager.setOnline(true));

describe('without a network', () => {
  it('a change fails at once; it is not sent later, when nobody expects it', async () => {
    const save = new MutationObserver(queryClient, { mutationFn: unreachable });
    await expect(save.mutate()).rejects.toMatchObject({ code: 'unreachable' });
  }, 2_000);

  it('what can not be loaded says so instead of loading for ever', async () => {
    const load = queryClient.fetchQuery({ queryKey: ['x'], queryFn: unreachable, retry: false });
    await expect(load).rejects.toMatchObject({ code: 'unreachable' });
  }, 2_000);
});
