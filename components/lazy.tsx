import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * A component whose code is loaded when it is first drawn, or by `load` before: few open it, and the panel has to be
 * there at once.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> & { load: (then?: (component: ComponentType<Props>) => void) => void } {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  function loadOnce(then: (component: ComponentType<Props>) => void = () => {}): void {
    loading ??= load();
    loading.then(
      (component) => {
        loaded = component;
        then(component);
      },
      // The next one that is drawn tries again.
      () => {
        loading = undefined;
      },
    );
  }
  function Lazy(props: Props) {
    const [Component, show] = useState(() => loaded);
    // Not after the next paint: meanwhile another of these may have loaded it, and this one would wait for ever.
    useLayoutEffect(() => {
      if (!Component) loadOnce((component) => show(() => component));
    }, []);
    return Component ? <Component {...props} /> : null;
  }
  return Object.assign(Lazy, { load: loadOnce });
}
