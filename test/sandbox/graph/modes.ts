/** How the sandbox's Graph behaves where the real one varies. Tests change the fields; a reset restores them. */
export type GraphModes = {
  /** What a POST does while a pass exists: replace it (documented), or answer 409 (claimed by third parties). */
  secondPass: 'replaces' | 'conflict';
  /** Whether the published throttling limits are enforced. https://learn.microsoft.com/graph/throttling-limits */
  throttling: boolean;
  /** Milliseconds of the sandbox's clock until a new pass is listed and a new policy is enforced. */
  replicationDelay: number;
};

/** The usual behaviour: a second pass replaces the first, no throttling, no delay. */
export const usualModes = (): GraphModes => ({
  secondPass: 'replaces',
  throttling: false,
  replicationDelay: 0,
});
