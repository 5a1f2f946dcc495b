import type { ComponentChildren } from 'preact';
import { Worded } from './worded';

/** Names one after the other, each kept apart: they come from strangers, in any script and either direction. */
export function Names({ names }: { names: string[] }) {
  return names
    .map<ComponentChildren>((name) => <bdi>{name}</bdi>)
    .reduce(
      (before, next) => (before ? <Worded text="oneAfterTheOther" with={{ before, next }} /> : next),
      null,
    );
}
