/** An installed program. */
export interface Installed {
  /** The temporary folder. */
  top: string;
  /** The program's folder in it. */
  dir: string;
  dispose: () => void;
}

/** Installs the program in a folder as a package manager would, in a temporary workspace. */
export function layOut(program: string, layout: "pnpm" | "yarn" | "linked"): Installed;
