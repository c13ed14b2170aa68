// Signs in with a passkey, or adds one. Browsers without passkeys, and hosts named by number, show nothing of it.
const supported = 'PublicKeyCredential' in globalThis && PublicKeyCredential.parseCreationOptionsFromJSON
  && !/^[\d.]+$|^\[/.test(location.hostname);

async function ask(path, csrf, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf },
    body: JSON.stringify(body ?? {}),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.detail);
  return json;
}

async function signIn({ csrf, next }) {
  const options = await ask('/api/v1/passkeys/challenge', csrf);
  const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  const answer = await ask('/api/v1/passkeys/session', csrf, { credential: credential.toJSON(), next });
  location.assign(answer.next);
}

async function add({ csrf }) {
  const options = await ask('/api/v1/passkeys/creation', csrf);
  const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  await ask('/api/v1/passkeys', csrf, { credential: credential.toJSON() });
  location.assign('/account?done=passkey-added');
}

function offer(place, deed) {
  if (!place || !supported) return;
  place.hidden = false;
  const button = place.querySelector('button');
  const error = place.querySelector('[data-passkey-error]');
  button.addEventListener('click', async () => {
    error.textContent = '';
    button.disabled = true;
    try {
      await deed(place.dataset);
    } catch (e) {
      // The person closed the browser's own question.
      error.textContent = e.name === 'NotAllowedError' ? 'Nothing was chosen. Try again, or sign in another way.'
        : e.name === 'InvalidStateError' ? 'This device has a passkey here already.' : e.message;
      button.disabled = false;
      button.focus();
    }
  });
}

offer(document.querySelector('[data-passkey-sign-in]'), signIn);
offer(document.querySelector('[data-passkey-add]'), add);
