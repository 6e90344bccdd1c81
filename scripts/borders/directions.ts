import type { Finding, Source } from './source.ts';

type Layer = 'catalog' | 'access' | 'billing' | 'contract' | 'server' | 'cli' | 'web';

/** What each layer may import besides itself; packages are its own business, except for the catalog. */
const mayImport: Record<Layer, readonly Layer[]> = {
  catalog: [],
  access: ['catalog'],
  billing: [],
  contract: ['catalog'],
  server: ['catalog', 'access', 'billing', 'contract'],
  cli: ['catalog', 'access', 'billing', 'contract', 'server'],
  web: ['catalog', 'contract'],
};

/** Imports that cross a border in the wrong direction. Tests may look wherever they need to. */
export function findWrongDirections(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    if (!source.file.startsWith('src/') || isTest(source.file)) return [];
    return source.imports.flatMap((one) => {
      const message = objection(source.file, one.target, one.specifier);
      return message === null ? [] : [{ file: source.file, line: one.line, message }];
    });
  });
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

function objection(from: string, target: string | null, specifier: string): string | null {
  const layer = layerOf(from);
  if (layer === null) return null;
  if (target === null) return objectionToPackage(layer, specifier);
  const other = layerOf(target);
  if (other === null) return `src/ imports nothing outside src/, but '${target}'`;
  if (other !== layer && !mayImport[layer].includes(other)) return `${layer} must not import ${other}`;
  return objectionWithin(from, target);
}

function objectionToPackage(layer: Layer, specifier: string): string | null {
  if (layer === 'catalog') return `catalog imports nothing outside itself, but '${specifier}'`;
  if (layer === 'billing' && specifier.startsWith('node:')) {
    return `billing is pure: it does not import '${specifier}'`;
  }
  return null;
}

function objectionWithin(from: string, target: string): string | null {
  const module = moduleOf(from);
  const otherModule = moduleOf(target);
  if (otherModule !== null && module !== otherModule && target.endsWith('/repository.ts')) {
    return `only ${otherModule} itself uses its repository: go through its service`;
  }
  const feature = featureOf(from);
  const otherFeature = featureOf(target);
  if (feature !== null && otherFeature !== null && feature !== otherFeature) {
    return `feature ${feature} must not import feature ${otherFeature}`;
  }
  if (from.startsWith('src/web/ui/') && /^src\/web\/(features|app|access)\//.test(target)) {
    return 'web/ui knows nothing of features, app and access';
  }
  return null;
}

function layerOf(file: string): Layer | null {
  const name = /^src\/([^/]+)\//.exec(file)?.[1];
  return name !== undefined && name in mayImport ? (name as Layer) : null;
}

function moduleOf(file: string): string | null {
  return /^src\/server\/modules\/([^/]+)\//.exec(file)?.[1] ?? null;
}

function featureOf(file: string): string | null {
  return /^src\/web\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
}
