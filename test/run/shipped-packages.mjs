/** The packages that a build's list of licenses names, each as `name@version`; see `utils/licenses.plugin.ts`. */
export function shippedPackages(licenses) {
  return [...licenses.matchAll(/^(\S+) (\d+\.\d+\.\d\S*) \((.+)\)$/gm)].map(([, name, version, license]) => ({
    ref: `${name}@${version}`,
    license,
  }));
}

/**
 * What a CycloneDX document of everything that is installed says of the packages in `refs`, under the project's own
 * name; the same each time it is made. Throws where it knows nothing of one. https://cyclonedx.org/docs/1.5/json/
 */
export function shippedSbom(document, refs, name) {
  const { serialNumber: _, metadata, components, dependencies, ...rest } = document;
  const { timestamp: __, component, ...more } = metadata;
  const missing = refs.filter((ref) => !components.some((known) => known['bom-ref'] === ref));
  if (missing.length) throw new Error(`The SBOM knows nothing of ${missing.join(', ')}.`);
  const own = component['bom-ref'];
  return {
    ...rest,
    metadata: { ...more, component: { ...component, name } },
    components: components
      .filter((known) => refs.includes(known['bom-ref']))
      // For npm a development tool is optional; what it leaves in the archives is not.
      .map(({ properties: _, ...known }) => ({ ...known, scope: 'required' })),
    dependencies: dependencies
      .filter(({ ref }) => ref === own || refs.includes(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((on) => refs.includes(on)) })),
  };
}
