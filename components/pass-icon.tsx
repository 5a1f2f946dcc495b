/** Guestpass itself: a pass on a lanyard. */
export const PassIcon = () => (
  <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <path
      d="M8 2.5l2 3.2l2-3.2M6 5.7h8a1.5 1.5 0 0 1 1.5 1.5v8.8a1.5 1.5 0 0 1-1.5 1.5h-8a1.5 1.5 0 0 1-1.5-1.5v-8.8a1.5 1.5 0 0 1 1.5-1.5M10 8.8a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3M7.5 14.6h5"
      fill="none"
      stroke="currentColor"
      stroke-width="1.2"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
