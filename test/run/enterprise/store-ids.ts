/** Where Guestpass is found in the stores. */
export type StoreIds = { edge: string; chrome: string; firefoxUrl: string };

/**
 * Guestpass is in no store yet. Whoever publishes it enters here what the stores gave, and runs `npm run enterprise`;
 * until then the files hold these words, for an organization to replace with the ids of its own packages.
 */
export const storeIds: StoreIds = {
  edge: 'EDGE_EXTENSION_ID',
  chrome: 'CHROME_EXTENSION_ID',
  firefoxUrl: 'FIREFOX_INSTALL_URL',
};
