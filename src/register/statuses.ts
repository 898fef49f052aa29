/** Where a filing can stand. Apart from the schema, whose libraries only a register needs. */
export const STATUSES = [
  "unfiled",
  "pending-initial",
  "pending-access",
  "active",
  "cancelling",
  "revoked",
  "empty-shell",
] as const;
