/** Names one after the other, each kept apart: they come from strangers, in any script and either direction. */
export function Names({ names }: { names: string[] }) {
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 && ', '}
      <bdi>{name}</bdi>
    </span>
  ));
}
