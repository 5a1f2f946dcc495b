import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/tokens';

/** Fluent's own is Consolas; the faces before it tell 0 from O and l from I even better. */
const ourOwn: Partial<Theme> = {
  fontFamilyMonospace:
    "'Cascadia Mono', Consolas, 'SF Mono', Menlo, 'DejaVu Sans Mono', 'Courier New', monospace",
};
const light: Theme = { ...webLightTheme, ...ourOwn };
const dark: Theme = { ...webDarkTheme, ...ourOwn };

/**
 * The style sheet with the Fluent 2 tokens that these style sheets use and do not declare themselves; throws on a name
 * that Fluent has not.
 */
export function tokenSheet(styles: readonly string[]): string {
  const all = styles.join('\n');
  const declared = new Set([...all.matchAll(/(?<![\w-])--([\w-]+)\s*:/g)].map(([, name]) => name));
  const used = [...new Set([...all.matchAll(/var\(\s*--([\w-]+)/g)].map(([, name = '']) => name))]
    .filter((name) => !declared.has(name))
    .sort();
  for (const name of used) if (!isToken(name)) throw new Error(`Fluent has no token --${name}.`);
  const tokens = used.filter(isToken);
  // Contrast needs other colors only: sizes, faces and shadows stay.
  const differing = tokens.filter(
    (name) =>
      name.startsWith('color') && [light, dark].some((theme) => theme[name] !== teamsHighContrastTheme[name]),
  );
  return `/*
 * The Fluent 2 tokens that Guestpass uses: webLightTheme, webDarkTheme and teamsHighContrastTheme of @fluentui/tokens.
 * Made by \`npm run tokens\`. https://fluent2.microsoft.design/color-tokens
 */
:root {
${declare(tokens, (name) => bothOf(`${light[name]}`, `${dark[name]}`))}
}

:root[data-theme="hc"] {
${declare(differing, (name) => `${teamsHighContrastTheme[name]}`)}
}
`;
}

const isToken = (name: string): name is keyof Theme => name in light;

const declare = (names: (keyof Theme)[], value: (name: keyof Theme) => string) =>
  names.map((name) => `  --${name}: ${value(name).replaceAll("'", '"')};`).join('\n');

const color = /#[\da-f]+|rgba?\([^)]*\)|\btransparent\b/gi;

/** One value for both: which color it is follows the `color-scheme` of the element that uses the token. */
function bothOf(light: string, dark: string): string {
  const darkColors = dark.match(color) ?? [];
  let index = 0;
  const both = light.replace(color, (ofLight) => {
    const ofDark = darkColors[index++];
    return ofLight === ofDark ? ofLight : `light-dark(${ofLight}, ${ofDark})`;
  });
  if (light.replace(color, '') !== dark.replace(color, ''))
    throw new Error(`${light} and ${dark} differ in more than their colors.`);
  return both;
}
