export const root: string;
export function ensureInstall(): void;
export function ensureBuild(): void;
export function findNode(): string | null;
export function requireNode(): string;
