/** "partially_refunded" -> "Partially refunded". */
export function inWords(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function yesOrNo(value: boolean): string {
  return value ? 'Yes' : 'No';
}
