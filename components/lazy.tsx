import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code is loaded when it is first drawn: few open it, and the panel has to be there at once. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Lazy(props: Props) {
    const [Component, show] = useState(() => loaded);
    useEffect(() => {
      if (loaded) return;
      load().then((component) => {
        loaded = component;
        show(() => component);
      });
    }, []);
    return Component ? <Component {...props} /> : null;
  };
}
