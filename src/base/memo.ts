/** A function of an object that works once for each; what it found is forgotten together with the object. */
export function memo<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const found = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let entry = found.get(key);
    if (!entry) {
      entry = { value: work(key) };
      found.set(key, entry);
    }
    return entry.value;
  };
}
