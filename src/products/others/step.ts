/** How one resource leads to others: by what it names, or by what names it or shares something with it. */
export type RowStep =
  | { readonly to: readonly string[]; readonly by: readonly string[]; readonly refs: readonly string[] }
  | { readonly members: readonly string[]; readonly on: string; readonly as?: string };
