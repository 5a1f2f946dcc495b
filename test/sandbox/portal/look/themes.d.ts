/** Classes the shell sets on body for each theme. */
export const themes: Record<'light' | 'dark' | 'hc', string>;
