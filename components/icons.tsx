type Drawing = { path: string };

function Icon({ path }: Drawing) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

const circle = 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15';
const eye =
  'M2 10c2-3.7 4.7-5.5 8-5.5s6 1.8 8 5.5c-2 3.7-4.7 5.5-8 5.5s-6-1.8-8-5.5M10 7.3a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 1 0 0-5.4';

/** Guestpass itself: a pass on a lanyard. */
export const PassIcon = () => (
  <Icon path="M8 2.5l2 3.2l2-3.2M6 5.7h8a1.5 1.5 0 0 1 1.5 1.5v8.8a1.5 1.5 0 0 1-1.5 1.5h-8a1.5 1.5 0 0 1-1.5-1.5v-8.8a1.5 1.5 0 0 1 1.5-1.5M10 8.8a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3M7.5 14.6h5" />
);
/** Something succeeded. */
export const CheckIcon = () => <Icon path={`${circle}M6.8 10.2l2.3 2.3l4.3-4.7`} />;
/** Something failed. */
export const ErrorIcon = () => <Icon path={`${circle}M10 6v4.8M10 13.6v.1`} />;
/** Something to know. */
export const InfoIcon = () => <Icon path={`${circle}M10 9.2v4.8M10 6.4v-.1`} />;
/** Something to beware of. */
export const WarningIcon = () => <Icon path="M10 3l7.5 13.5h-15zM10 8v4.2M10 14.3v.1" />;
/** Puts something on the clipboard. */
export const CopyIcon = () => (
  <Icon path="M8 3.5h6.5a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1h-6.5a1 1 0 0 1-1-1v-8.5a1 1 0 0 1 1-1M4.5 6.5v9a1.5 1.5 0 0 0 1.5 1.5h6.5" />
);
/** Shows what is hidden. */
export const EyeIcon = () => <Icon path={eye} />;
/** Hides what is shown. */
export const EyeOffIcon = () => <Icon path={`${eye}M3 3l14 14`} />;
