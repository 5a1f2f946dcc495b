import { fakeBrowser } from 'wxt/testing/fake-browser';
import english from '../public/_locales/en/messages.json';

const messages: Record<string, { message: string }> = english;

// The texts of the interface, as a browser in English gives them.
fakeBrowser.i18n.getMessage = (key: string) => messages[key]?.message ?? '';
