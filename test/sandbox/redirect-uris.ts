/** Id of the Chromium and Edge development builds; it follows from `key` in the manifest. */
export const chromiumExtensionId = 'anllkkdepfbahomebhdmheofmheblbbo';

/** The add-on id of the Firefox build. */
export const firefoxAddonId = 'guestpass@guestpass';

/**
 * What `identity.getRedirectURL()` says in the development builds; Firefox hashes the add-on id (SHA-1).
 * https://developer.chrome.com/docs/extensions/reference/api/identity#method-getRedirectURL,
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/identity/getRedirectURL
 */
export const redirectUris = [
  `https://${chromiumExtensionId}.chromiumapp.org/`,
  'https://9b41a75d7e84e2fb2631c8b44c6d588142e459a0.extensions.allizom.org/',
];
