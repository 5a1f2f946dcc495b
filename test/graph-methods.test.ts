import { describe, expect, it } from 'vitest';
import { FailureError } from '../utils/failures';
import { createGraph } from '../utils/graph';
import { failureOf, graphInSandbox, shortPause } from './graph-in-sandbox';
import { people } from './sandbox/seed';
import { register, registrable } from './sandbox/signins/registrable-methods';

const { graphAs, requests, faults, state, user } = graphInSandbox();
const graph = (userId = people.avery) => graphAs(userId, ['UserAuthenticationMethod.Read.All']);
const methodsUrl = /authentication\/methods$/;

/** Lets the list hold these methods, whatever their shape. */
const answerWith = (...value: object[]) =>
  faults().add({
    url: methodsUrl,
    fault: { kind: 'answer', status: 200, body: JSON.stringify({ value }) },
  });

describe('readMethods', () => {
  it('knows every kind that a guest can register, and when', async () => {
    const now = state().now();
    for (const { key } of registrable) register(user(people.ines), key, now);
    const methods = await graph().readMethods(people.ines);
    expect(methods.map(({ type }) => type)).toEqual(['password', ...registrable.map(({ key }) => key)]);
    for (const { createdDateTime } of methods.slice(1)) expect(Date.parse(createdDateTime ?? '')).toBe(now);
    expect(methods).toContainEqual(
      expect.objectContaining({
        type: 'fido2',
        displayName: 'Blue key',
        model: 'Sandbox key',
        passkeyType: 'deviceBound',
        aaGuid: '00000000-0000-4000-8000-000000000000',
      }),
    );
    expect(methods).toContainEqual(
      expect.objectContaining({ type: 'platformCredential', platform: 'macOS' }),
    );
  });

  it('tells an Authenticator that signs in without a password from one that does not', async () => {
    const type = '#microsoft.graph.microsoftAuthenticatorAuthenticationMethod';
    user(people.ines)._methods = [
      { '@odata.type': type, id: 'a', displayName: null, createdDateTime: '2026-11-23T08:00:00Z' },
      { '@odata.type': type, id: 'b', displayName: 'Pixel', createdDateTime: null },
    ];
    expect(await graph().readMethods(people.ines)).toEqual([
      {
        id: 'a',
        type: 'microsoftAuthenticator',
        isPhoneSignIn: true,
        createdDateTime: '2026-11-23T08:00:00Z',
      },
      { id: 'b', type: 'microsoftAuthenticator', isPhoneSignIn: false, displayName: 'Pixel' },
    ]);
  });

  it('shows a phone number as the role sees it', async () => {
    user(people.ines)._methods = [
      {
        '@odata.type': '#microsoft.graph.phoneAuthenticationMethod',
        id: '3179e48a-750b-4051-897c-87b9720928f7',
        phoneNumber: '+1 2065550155',
        phoneType: 'mobile',
        smsSignInState: 'notAllowedByPolicy',
      },
    ];
    expect(await graph().readMethods(people.ines)).toEqual([
      {
        id: '3179e48a-750b-4051-897c-87b9720928f7',
        type: 'phone',
        phoneNumber: '+1 XXXXXXXX55',
        phoneType: 'mobile',
      },
    ]);
  });

  it('lists the pass without its secret', async () => {
    const pass = await graphAs().createPass(people.ines, {}, 'a1b2c3d4-0000-4000-8000-000000000000');
    const methods = await graph().readMethods(people.ines);
    expect(methods).toContainEqual({
      id: pass.id,
      type: 'temporaryAccessPass',
      createdDateTime: expect.any(String),
    });
    expect(JSON.stringify(methods)).not.toContain(pass.temporaryAccessPass);
  });

  it('keeps what it does not know, and takes nothing but what is shown', async () => {
    answerWith(
      { id: '1', '@odata.type': '#microsoft.graph.thoughtAuthenticationMethod', password: 'Secret' },
      { id: '2' },
      {
        id: '3',
        '@odata.type': '#microsoft.graph.fido2AuthenticationMethod',
        aaGuid: '7FD635B3',
        model: 'Mac',
      },
    );
    expect(await graph().readMethods(people.ines)).toEqual([
      { id: '1', type: 'unknown', odataType: '#microsoft.graph.thoughtAuthenticationMethod' },
      { id: '2', type: 'unknown' },
      { id: '3', type: 'fido2', aaGuid: '7fd635b3', model: 'Mac' },
    ]);
  });

  it('never lets a reply of another shape through, nor its values', async () => {
    answerWith({ id: '1', createdDateTime: 'Secret' });
    expect(await failureOf(graph().readMethods(people.ines))).toEqual({
      code: 'graphUnavailable',
      detail: 'Unexpected reply at "value.0.createdDateTime": expected check.',
    });
  });

  it.each([
    ['the role', () => graph(people.noah)],
    ['the permission', () => graphAs()],
  ])('says that the role is missing for want of %s', async (_, of) => {
    expect((await failureOf(of().readMethods(people.ines))).code).toBe('roleMissing');
  });

  it('says that a permission is not granted, when the token does', async () => {
    const getToken = () => Promise.reject(new FailureError({ code: 'consentRequired' }));
    const refused = createGraph({ host: 'graph.microsoft.com', getToken });
    expect((await failureOf(refused.readMethods(people.ines))).code).toBe('consentRequired');
  });

  it('says that the guest is gone', async () => {
    const failure = await failureOf(graph().readMethods('99999999-0000-4000-8000-000000000000'));
    expect(failure.code).toBe('userNotFound');
  });

  it('waits as long as it is told to', async () => {
    faults().add({ url: methodsUrl, times: 1, fault: shortPause });
    expect(await graph().readMethods(people.ines)).toHaveLength(1);
    expect(requests()).toHaveLength(2);
  });
});
