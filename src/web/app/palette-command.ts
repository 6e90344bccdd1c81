export type Command = { key: string; section: string; label: string; note?: string; run: () => void };
