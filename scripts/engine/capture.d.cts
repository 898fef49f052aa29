/** What `stack.json` of a folder says. */
export interface StackSettings {
  readonly stacks?: readonly string[];
  readonly before?: Readonly<Record<string, unknown>>;
  readonly beside?: readonly { readonly folder: string; readonly stack?: string }[];
  readonly fixtures?: string;
  readonly layout?: "pnpm" | "yarn" | "linked";
  readonly noPreview?: string;
}

/** What `stack.json` of a folder says. */
export function settingsOf(dir: string): StackSettings;

/** The previews of a folder that are kept: the stack of each, by the name of its file. */
export function previewsOf(dir: string): ReadonlyMap<string, string>;

/** What the engine says now: the text of the file that keeps it, and what the stacks beside give out. Throws where it fails. */
export function captured(dir: string, stack: string): Promise<{ text: string; outputs: object }>;

/** What the folder is called in which a program is installed. */
export const WORKSPACE: string;
