// What says that something is not as it should be, in one piece: loaded when there is something to say.
export { NameCaveats, PassCaveats } from './caveats';
export { FailureNotice } from './failure-notice';
export { NotSetUp } from './not-set-up';
