export interface HttpResult {
  readonly what: string;
  /** Requests per second. */
  readonly product: number;
  readonly bare: number;
  readonly ratio: number;
}
