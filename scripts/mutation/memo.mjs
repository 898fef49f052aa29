// Stands in for src/base/memo.ts: what was found without a mutant, or with another one, is forgotten.
export function memo(work) {
  let found = new WeakMap();
  let foundWith;
  return (key) => {
    const { activeMutant } = globalThis.__stryker__ ?? {};
    if (activeMutant !== foundWith) {
      found = new WeakMap();
      foundWith = activeMutant;
    }
    if (!found.has(key)) found.set(key, { value: work(key) });
    return found.get(key).value;
  };
}

export function memoIn(work) {
  const all = memo(() => new Map());
  return (key, within) => {
    const found = all(within);
    if (!found.has(key)) found.set(key, { value: work(key, within) });
    return found.get(key).value;
  };
}
