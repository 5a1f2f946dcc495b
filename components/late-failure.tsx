import type { FailureNotice } from './failure-notice';
import { lazy } from './lazy';
import { Notice } from './notice';

/** A failure, loaded with all the words for failures when there is one to tell. */
export const LateFailure = lazy<Parameters<typeof FailureNotice>[0]>(() =>
  import('./failure-notice').then(
    ({ FailureNotice }) => FailureNotice,
    () => NothingLoads,
  ),
);

/** This page outlived its extension. */
function NothingLoads() {
  return <Notice kind="danger">Guestpass was updated. Reload the page.</Notice>;
}
