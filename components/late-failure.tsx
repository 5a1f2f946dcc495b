import { text } from '../utils/interface-text';
import type { FailureNotice } from './failure-notice';
import { lazy } from './lazy';
import { Notice } from './notice';

/** A failure, loaded with all the words for failures when there is one to tell. */
export const LateFailure = lazy<Parameters<typeof FailureNotice>[0]>(() =>
  import('./late-notices').then(
    ({ FailureNotice }) => FailureNotice,
    () => NothingLoads,
  ),
);

// Looked up while there is an extension to ask.
const updated = text('guestpassUpdated');

/** This page outlived its extension. */
function NothingLoads() {
  return <Notice kind="danger">{updated}</Notice>;
}
