/** An element of an XML text, as its start tag tells. */
export type Element = { name: string; attributes: Record<string, string>; inside: string };

const tag = /<(\/?)([A-Za-z][\w.:-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>/y;
const other = /<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|[^<&]+|&(?:amp|lt|gt|quot);/y;

/**
 * Every element of an XML text in order of its start; throws where the text is not well-formed. Knows what generated
 * files need: no comments, no CDATA. https://www.w3.org/TR/xml/#sec-well-formed
 */
export function elementsOf(text: string): Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  for (let at = 0; at < text.length; ) {
    const found = [tag, other]
      .map((pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(text);
      })
      .find((match) => match);
    if (!found) throw new Error(`Not well-formed at ${JSON.stringify(text.slice(at, at + 60))}`);
    at += found[0].length;
    const [, end, name, attributes = '', empty] = found;
    if (!name) continue;
    if (end && open.pop() !== name) throw new Error(`</${name}> closes another element.`);
    if (end) continue;
    if (open.length === 0 && elements.length > 0) throw new Error(`<${name}> is a second root.`);
    const named = [...attributes.matchAll(/([\w.:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
    if (new Set(named.map(([key]) => key)).size < named.length)
      throw new Error(`<${name}> has an attribute twice.`);
    elements.push({
      name,
      attributes: Object.fromEntries(named),
      inside: empty ? '' : text.slice(at, text.indexOf(`</${name}>`, at)),
    });
    if (!empty) open.push(name);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed.`);
  return elements;
}
