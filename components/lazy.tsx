import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** A component whose code is loaded when it is first drawn: few open it, and the panel has to be there at once. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  return function Lazy(props: Props) {
    const [Component, show] = useState(() => loaded);
    // Not after the next paint: meanwhile another of these may have loaded it, and this one would wait for ever.
    useLayoutEffect(() => {
      if (Component) return;
      loading ??= load();
      loading.then(
        (component) => {
          loaded = component;
          show(() => component);
        },
        // The next one that is drawn tries again.
        () => {
          loading = undefined;
        },
      );
    }, []);
    return Component ? <Component {...props} /> : null;
  };
}
