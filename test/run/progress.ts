const width = 30;

/** Shows how far a long run is: a bar that moves in a terminal, else a line for every tenth of the way. */
export function createProgress(total: number, out: NodeJS.WriteStream = process.stdout) {
  let told = 0;
  return {
    at(done: number, words: string): void {
      const line = `${done} of ${total}${words && `, ${words}`}`;
      if (out.isTTY) {
        const full = Math.round((done / total) * width);
        out.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${line}`);
      } else if (Math.floor((done / total) * 10) > told) {
        told = Math.floor((done / total) * 10);
        out.write(`${line}\n`);
      }
    },
    /** Leaves the line of the bar. */
    end(): void {
      if (out.isTTY) out.write('\n');
    },
  };
}
