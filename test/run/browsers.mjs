import { existsSync } from 'node:fs';
import { join } from 'node:path';

const { env } = process;
const windowsFolders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);

const linux = (...names) =>
  names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`]);
const mac = (name) => `/Applications/${name}.app/Contents/MacOS`;
const windows = (path) => windowsFolders.map((folder) => join(folder, path));

const edge = [
  ...linux('microsoft-edge', 'microsoft-edge-stable'),
  `${mac('Microsoft Edge')}/Microsoft Edge`,
  ...windows('Microsoft/Edge/Application/msedge.exe'),
];

const places = {
  chromium: [
    env.CHROME_PATH,
    ...linux('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    `${mac('Google Chrome')}/Google Chrome`,
    `${mac('Chromium')}/Chromium`,
    ...windows('Google/Chrome/Application/chrome.exe'),
    ...edge,
  ],
  edge: [env.EDGE_PATH, ...edge],
  firefox: [
    env.FIREFOX_PATH,
    ...linux('firefox-esr', 'firefox'),
    `${mac('Firefox')}/firefox`,
    ...windows('Mozilla Firefox/firefox.exe'),
  ],
};

export const findBrowser = (name) => places[name].find((path) => path && existsSync(path));
