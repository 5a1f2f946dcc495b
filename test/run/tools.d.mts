/** The project's folder. */
export const root: string;
/** Runs a command of an installed package; see `tools.mjs`. */
export function runTool(
  packageName: string,
  args: string[],
  options?: { quiet?: boolean; env?: Record<string, string> },
): Promise<{ code: number; output: string }>;
/** Reads a JSON file of the project; undefined when there is none. */
// biome-ignore lint/suspicious/noExplicitAny: whoever reads it knows what is in it.
export function readJson(...path: string[]): any;
