/** What to show for anything that was thrown; a Problem carries its own sentence. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
