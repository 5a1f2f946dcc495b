/** The part of `fetch` the sign-in client needs. It must honour `redirect: 'manual'`. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** What a sign-in page holds, by the names people see. */
export type SignInForm = {
  heading: string;
  text: string;
  alert?: string;
  action: string;
  hidden: Record<string, string>;
  /** Label → name of the input. */
  fields: Map<string, string>;
  buttons: { name: string; value: string }[];
};

/** Reads one of the sandbox's own pages: plain enough that no HTML parser is needed. */
export function readForm(html: string): SignInForm {
  const body = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;
  const hidden = Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, decode(value)],
    ),
  );
  const fields = new Map(
    [...body.matchAll(/<label for="([^"]*)">([\s\S]*?)<\/label>/g)].map(([, name = '', label = '']) => [
      textOf(label),
      name,
    ]),
  );
  const buttons = [...body.matchAll(/<button [^>]*value="([^"]*)"[^>]*>([\s\S]*?)<\/button>/g)].map(
    ([, value = '', name = '']) => ({ name: textOf(name), value: decode(value) }),
  );
  const alert = /<p[^>]*role="alert"[^>]*>([\s\S]*?)<\/p>/.exec(body)?.[1];
  return {
    heading: textOf(/<h1>([\s\S]*?)<\/h1>/.exec(body)?.[1] ?? ''),
    text: textOf(body),
    ...(alert === undefined ? {} : { alert: textOf(alert) }),
    action: decode(/<form [^>]*action="([^"]*)"/.exec(body)?.[1] ?? ''),
    hidden,
    fields,
    buttons,
  };
}

const decode = (text: string) =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

const textOf = (html: string) => decode(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).trim();
