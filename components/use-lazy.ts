import { useEffect, useState } from 'preact/hooks';

/** What `load` loads, once this component stands on the screen: undefined at first, and the former while another loads. */
export function useLazy<Value>(load: () => Promise<Value>): Value | undefined {
  const [loaded, setLoaded] = useState<{ value: Value }>();
  useEffect(() => {
    let wanted = true;
    load().then((value) => wanted && setLoaded({ value }));
    return () => {
      wanted = false;
    };
  }, [load]);
  return loaded?.value;
}
