import { expect, it } from 'vitest';
import { galleryPage } from './run/gallery-page';

const page = galleryPage({
  names: ['ready', 'issued'],
  themes: ['light', 'hc'],
  languages: ['en', 'ar'],
  wrong: ['ready in hc, ar: image-alt at img: <img src="x">'],
});

it('has the picture of each state in each theme and language, beside the page', () => {
  const pictures = [...page.matchAll(/<img src="([^"]+)"/g)].map(([, file]) => file);
  expect(pictures).toEqual([
    'ready-light-en.png',
    'ready-light-ar.png',
    'ready-hc-en.png',
    'ready-hc-ar.png',
    'issued-light-en.png',
    'issued-light-ar.png',
    'issued-hc-en.png',
    'issued-hc-ar.png',
  ]);
});

it('says what is wrong, and draws nothing of it', () => {
  expect(page).toContain('<li>ready in hc, ar: image-alt at img: &#60;img src="x"&#62;</li>');
});
