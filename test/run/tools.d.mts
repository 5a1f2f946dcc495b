/** The project's folder. */
export const root: string;
/** Runs a command of an installed package; see `tools.mjs`. */
export function runTool(
  packageName: string,
  args: string[],
  options?: { quiet?: boolean; env?: Record<string, string> },
): Promise<{ code: number; output: string }>;
