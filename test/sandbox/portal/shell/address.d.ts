/** An address as the portal's shell reads it. `kind` is `view`, `home`, `resource` … or empty. */
export type Address = {
  tenant: string | undefined;
  /** Query flags, their names in lower case. */
  flags: Record<string, string>;
  kind: string;
  extension?: string;
  blade?: string;
  menu?: string | undefined;
  parameters: Record<string, unknown>;
};

export function readAddress(href: string): Address;
