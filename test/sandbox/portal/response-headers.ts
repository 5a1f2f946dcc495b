/** The header variants of the shell: `?headers=csp`, `?headers=permissions`, `?headers=coep`, or none. */
export type HeaderVariant = 'csp' | 'permissions' | 'coep' | undefined;

/** Reads the variant from an address. */
export function headerVariantOf(url: URL): HeaderVariant {
  const wanted = url.searchParams.get('headers');
  return wanted === 'csp' || wanted === 'permissions' || wanted === 'coep' ? wanted : undefined;
}

/**
 * Headers of the shell's document. The real ones are not public, so each variant is the worst case of its kind;
 * `csp` still lets scripts run that carry `nonce`.
 */
export function shellHeaders(
  variant: HeaderVariant,
  nonce: string,
  bladeHost: string,
): Record<string, string> {
  if (variant === 'permissions') return { 'permissions-policy': 'clipboard-write=()' };
  if (variant === 'coep')
    return {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    };
  if (variant !== 'csp') return {};
  return {
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      `frame-src https://${bladeHost}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
  };
}

/** Headers of everything a blade's frame loads; with `coep` it may stand in a page that demands it. */
export function bladeHeaders(variant: HeaderVariant): Record<string, string> {
  return {
    'cross-origin-resource-policy': 'cross-origin',
    ...(variant === 'coep' ? { 'cross-origin-embedder-policy': 'require-corp' } : {}),
  };
}
