/** A stand-in for the npm registry, which has this package and nothing else. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Registry {
  readonly url: string;
  readonly close: () => void;
}

/** Serves a packed package under the name and version of this one. */
export async function startRegistry(tarball: string): Promise<Registry> {
  const bytes = readFileSync(tarball);
  const about = JSON.parse(readFileSync("package.json", "utf8")) as { readonly name: string; readonly version: string };
  const { name, version } = about;
  const server = createServer((request, response) => {
    if (request.url === `/${name}`) {
      const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
      const dist = { tarball: `${url}/${name}.tgz`, integrity };
      const body = { name, "dist-tags": { latest: version }, versions: { [version]: { ...about, dist } } };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    } else if (request.url === `/${name}.tgz`) {
      response.writeHead(200, { "content-type": "application/octet-stream" }).end(bytes);
    } else {
      response.writeHead(404, { "content-type": "application/json" }).end("{}");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
