const hosts: Readonly<Record<string, string>> = { www: "www.example.com" };

export function hostOf(name: string): string {
  const host = hosts[name];
  if (host === undefined) throw new Error(`there is no host for ${name}`);
  return host;
}
