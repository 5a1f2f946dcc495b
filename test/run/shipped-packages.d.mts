export function shippedPackages(licenses: string): { ref: string; license: string }[];

type Sbom = {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { 'bom-ref': string; name: string } };
  components: { 'bom-ref': string; scope?: string; properties?: unknown }[];
  dependencies: { ref: string; dependsOn: string[] }[];
};

export function shippedSbom(document: Sbom, refs: string[], name: string): Sbom;
