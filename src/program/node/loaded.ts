/** What a program has loaded: its own files, and what of its SDK. */
import { Session } from "node:inspector";
import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** What a program has loaded. */
export interface Loaded {
  /** Its own files: what lies in no `node_modules`. */
  readonly files: readonly string[];
  /** The files of packages that can be loaded before it, because they do nothing by themselves, in their order. */
  readonly packages: readonly string[];
}

const PACKAGED = /[\\/]node_modules[\\/]/;
/** Pulumi's SDK, the provider's, and the compiler; the SDK's own command runs a program as soon as it is loaded. */
const QUIET = /[\\/]node_modules[\\/](?:@pulumi[\\/](?:pulumi|alicloud)|typescript)[\\/](?!cmd[\\/]run[\\/])/;

/** What has been loaded in this process so far by the program in a folder. */
export function loadedIn(folder: string, cache: Readonly<Record<string, unknown>>): Loaded {
  const required = Object.keys(cache).filter((file) => file !== __filename);
  const own = required.filter((file) => !PACKAGED.test(file));
  const isSeen = own.some((file) => isBelow(folder, file));
  const files = new Set([...own, ...(isSeen ? [] : modules())]);
  return { files: [...files], packages: required.filter((file) => QUIET.test(file)) };
}

function isBelow(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return !path.startsWith("..") && !isAbsolute(path);
}

/** ES modules are listed nowhere; only V8's debugger tells of all code that it has parsed, which takes a while. */
function modules(): readonly string[] {
  const session = new Session();
  const found: string[] = [];
  session.connect();
  session.on("Debugger.scriptParsed", ({ params: { url } }) => {
    if (url.startsWith("file:") && !PACKAGED.test(url)) found.push(fileURLToPath(url.replace(/[?#].*$/, "")));
  });
  session.post("Debugger.enable");
  session.disconnect();
  return found.filter((file) => file !== __filename);
}
