import { productTexts } from '../../texts/products.ts';
import { Badge } from '../../ui/badge.tsx';

export function ProductState({ active }: { active: boolean }) {
  return (
    <Badge tone={active ? 'success' : 'neutral'}>{productTexts.states[active ? 'true' : 'false']}</Badge>
  );
}
