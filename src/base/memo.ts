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

/** The same for texts of which there are few; what it found stays. */
export function memoized<V>(work: (key: string) => V): (key: string) => V {
  const found = new Map<string, V>();
  return (key) => {
    let value = found.get(key);
    if (value === undefined && !found.has(key)) {
      value = work(key);
      found.set(key, value);
    }
    return value as V;
  };
}

/** The same for a key and the object within which it is asked for: what was found is forgotten together with that object. */
export function memoIn<K, O extends object, V>(work: (key: K, within: O) => V): (key: K, within: O) => V {
  const all = memo((_: O) => new Map<K, { readonly value: V }>());
  return (key, within) => {
    const found = all(within);
    let entry = found.get(key);
    if (!entry) {
      entry = { value: work(key, within) };
      found.set(key, entry);
    }
    return entry.value;
  };
}
