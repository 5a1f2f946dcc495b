/** One setting as `public/managed-schema.json` describes it. */
export type PolicySetting = {
  name: string;
  title: string;
  description: string;
  type: 'string' | 'boolean' | 'integer';
  default: string | boolean | number;
  minimum?: number;
  maximum?: number;
};

/**
 * The settings of a managed schema. Its bounds are called `x-minimum` and `x-maximum`: Chromium would drop a value
 * beyond `minimum` or `maximum` in silence, where Options can say what is wrong with it; attributes that it does not
 * know it ignores. https://developer.chrome.com/docs/extensions/reference/manifest/storage
 */
export function policySettings(schema: { properties: Record<string, object> }): PolicySetting[] {
  return Object.entries(schema.properties).map(([name, property]) => {
    const {
      'x-minimum': minimum,
      'x-maximum': maximum,
      ...rest
    } = property as Omit<PolicySetting, 'name'> & Partial<Record<'x-minimum' | 'x-maximum', number>>;
    return {
      ...rest,
      name,
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
    };
  });
}

/** What a file holds for a setting until somebody edits it: its default, or for a text without one a word to be replaced. */
export function sampleOf({ name, type, default: value }: PolicySetting): string | boolean | number {
  return value === '' && type === 'string' ? name.replace(/[A-Z]/g, '_$&').toUpperCase() : value;
}

/** All of them, by name. */
export function samplesOf(settings: PolicySetting[]): Record<string, string | boolean | number> {
  return Object.fromEntries(settings.map((setting) => [setting.name, sampleOf(setting)]));
}
