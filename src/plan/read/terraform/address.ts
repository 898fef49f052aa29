/** Addresses and references of Terraform, taken apart: `module.web["cn"].alicloud_instance.app[0]`. */

/** The key of one instance of many: an index of `count`, or a key of `for_each`. */
export type InstanceKey = string | number;

/** A step of a reference: a name, or the key of an instance. */
export type AddressStep = string | { readonly key: InstanceKey };

const STEP = /\.?([\w-]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** The steps of an address or a reference; undefined for what has another form. */
export function stepsOf(address: string): readonly AddressStep[] | undefined {
  const steps: AddressStep[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < address.length) {
    const [, name, index, key] = STEP.exec(address) ?? [];
    if (name !== undefined) steps.push(name);
    else if (index !== undefined) steps.push({ key: Number(index) });
    else if (key !== undefined) steps.push({ key: unquoted(key) });
    else return undefined;
  }
  return steps;
}

/** As HCL quotes: like JSON, with `$${` and `%%{` for what would begin a template. */
function unquoted(key: string): string {
  try {
    return (JSON.parse(key) as string).replace(/([$%])\1\{/g, "$1{");
  } catch {
    return key.slice(1, -1);
  }
}

/** The key at a place among the steps; undefined where a name or nothing stands there. */
export function keyOfStep(steps: readonly AddressStep[], at: number): InstanceKey | undefined {
  const step = steps[at];
  return typeof step === "object" ? step.key : undefined;
}

/** The name at a place among the steps; undefined where a key or nothing stands there. */
export function nameOfStep(steps: readonly AddressStep[], at: number): string | undefined {
  const step = steps[at];
  return typeof step === "string" ? step : undefined;
}

/** Referrals of one expression without those that are a shorter form of another: each is followed by its shorter forms. */
export function longestOf(references: readonly string[]): readonly string[] {
  if (references.length < 2) return references;
  return references.filter((one, at) => {
    const before = at > 0 ? references[at - 1] : undefined;
    return before === undefined || !isShorterForm(one, before);
  });
}

const isShorterForm = (short: string, long: string): boolean =>
  long.length > short.length && long.startsWith(short) && ".[".includes(long.charAt(short.length));
