const longest = 64;

/**
 * A display name that can stand inside a message: one line, at most 64 characters, letters, digits and the marks
 * that real names have. May be empty. A name such as `Booking.com` becomes `Booking. com`.
 */
export function plainName(name: string): string {
  const plain = name
    // Security: invisible characters go without a trace; bidi controls could turn the rest of the line around.
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    // Security: no line breaks, no markup, and nothing an address needs (`:` `/` `@`). Whatever else is not of a name goes too.
    .replace(/[^\p{L}\p{M}\p{N}'’.,&()–·・-]/gu, ' ')
    // Security: mail and chat make a link of `evil.example` even without a scheme.
    .replace(/\.(?=[^\s.,)])/g, '. ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...plain];
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : plain;
}
