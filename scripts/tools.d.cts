export function findChromium(): string | null;
export function ensureChromium(): string | null;
export function findPostgresBin(): string | null;
export function hasPostgres(): boolean;
