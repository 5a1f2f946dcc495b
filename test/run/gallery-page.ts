type Gallery = { names: string[]; themes: string[]; languages: string[]; wrong: string[] };

/** A page with the pictures of all states: themes below each other, languages beside each other. */
export function galleryPage({ names, themes, languages, wrong }: Gallery): string {
  const cell = (name: string, theme: string, language: string) => {
    const file = `${name}-${theme}-${language}.png`;
    return `<td><a href="${file}"><img src="${file}" alt="${name}, ${theme}, ${language}" loading="lazy"></a></td>`;
  };
  const row = (name: string, theme: string) =>
    `<tr><th scope="row">${theme}</th>${languages.map((language) => cell(name, theme, language)).join('')}</tr>`;
  const heads = languages.map((language) => `<th scope="col">${language}</th>`).join('');
  const section = (name: string) => `<section id="${name}"><h2>${name}</h2>
<table><tr><td></td>${heads}</tr>
${themes.map((theme) => row(name, theme)).join('\n')}
</table></section>`;
  const list = wrong.map((line) => `<li>${escaped(line)}</li>`).join('\n');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Guestpass: every state</title>
<meta name="viewport" content="width=device-width"><style>${style}</style>
<header><h1>Guestpass: every state</h1><label>Only <input type="search" id="only" placeholder="issued"></label></header>
<main>${wrong.length ? `<section><h2>Wrong</h2><ul>${list}</ul></section>` : ''}
${names.map(section).join('\n')}
</main><script>${script}</script></html>
`;
}

const style = `:root{color-scheme:light dark;font:14px/1.4 system-ui,sans-serif}
body{margin:0;background:light-dark(#f5f5f5,#1b1b1b)}
header{position:sticky;top:0;z-index:1;display:flex;gap:24px;align-items:center;padding:8px 24px;
background:light-dark(#fff,#292929);border-bottom:1px solid light-dark(#d1d1d1,#525252)}
h1{font-size:18px;margin:0}main{padding:0 24px 24px}h2{font-size:16px;scroll-margin-top:64px}
table{border-spacing:12px 8px}th{color:light-dark(#616161,#adadad);text-align:start;vertical-align:top;font-weight:400}
td{vertical-align:top}img{display:block;max-width:min(30vw,640px);height:auto}section[hidden]{display:none}`;

const script = `const only = document.querySelector('#only');
only.addEventListener('input', () => {
  for (const section of document.querySelectorAll('section[id]')) section.hidden = !section.id.includes(only.value.trim());
});`;

const escaped = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
