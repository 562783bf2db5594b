/* Passkeys: the browser's own dialog, then the form is sent with what it answered. Without a browser that has them the form stays away. */
(() => {
  const { act } = document.currentScript.dataset;
  const form = document.getElementById('passkey');
  if (!form || !window.PublicKeyCredential) return;
  form.hidden = false;
  const { create, get } = window.webauthnJSON;
  const options = () => JSON.parse(document.getElementById('passkey-options').textContent);

  /* One that works without name and password lives in the device, which has to know its person. */
  const making = () => {
    const made = options().creation_options;
    if (document.getElementById('id_passwordless').checked) {
      made.publicKey.authenticatorSelection = { ...made.publicKey.authenticatorSelection, residentKey: 'required', requireResidentKey: true, userVerification: 'required' };
    }
    return made;
  };

  const ask = {
    add: async () => create(making()),
    authenticate: async () => get(options().request_options),
    login: async () => {
      const answer = await fetch(form.action, { headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      return get((await answer.json()).request_options);
    },
  };

  const say = words => {
    const place = form.querySelector('[data-said]') ?? form.appendChild(Object.assign(document.createElement('p'), { className: 'small soft' }));
    place.dataset.said = '';
    place.setAttribute('role', 'status');
    place.textContent = words;
  };

  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      document.getElementById('passkey-credential').value = JSON.stringify(await ask[act]());
      form.submit();
    } catch {
      say('No passkey was used. Try again, or go on another way.');
    }
  });
})();
