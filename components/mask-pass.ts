/** The text that stands for a hidden pass: one bullet for each character, so that showing it moves nothing. */
export function maskPass(temporaryAccessPass: string): string {
  return '•'.repeat(temporaryAccessPass.length);
}
